package io.stockmate.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final FaultPlan FAULTS = FaultPlan.of(1, 0.5, Set.of(Fault.SLOW));
    private static final LongSupplier CLOCK = () -> 7;

    @Test
    void kinesisDefaults() {
        KinesisSettings settings = KinesisSettings.defaults();
        assertThat(settings.fsync()).isFalse();
        assertThat(settings.shardLimits()).isFalse();
        assertThat(settings.iteratorLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.clock().getAsLong()).isCloseTo(System.currentTimeMillis(), Offset.offset(60_000L));
    }

    @Test
    void firehoseDefaults() {
        FirehoseSettings settings = FirehoseSettings.defaults();
        assertThat(settings.fsync()).isFalse();
        assertThat(settings.bufferBytes()).isEqualTo(5 * 1024 * 1024);
        assertThat(settings.bufferInterval()).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void eachSettingChangesAlone() {
        assertThat(KinesisSettings.defaults()
                        .withClock(CLOCK)
                        .withFsync(true)
                        .withIteratorLifetime(Duration.ofSeconds(3))
                        .withReadWait(Duration.ofSeconds(4))
                        .withShardLimits(true)
                        .withSpeed(60)
                        .withFaults(FAULTS))
                .isEqualTo(new KinesisSettings(
                        CLOCK, true, Duration.ofSeconds(3), Duration.ofSeconds(4), true, OptionalLong.of(60), FAULTS));
        assertThat(FirehoseSettings.defaults()
                        .withClock(CLOCK)
                        .withFsync(true)
                        .withBuffer(9, Duration.ofSeconds(3))
                        .withFaults(FAULTS))
                .isEqualTo(new FirehoseSettings(CLOCK, true, 9, Duration.ofSeconds(3), FAULTS));
    }

    @Test
    void waitThatIsNegativeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KinesisSettings.defaults().withReadWait(Duration.ofMillis(-1)));
    }

    @Test
    void bufferThatNeverFillsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirehoseSettings.defaults().withBuffer(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirehoseSettings.defaults().withBuffer(1, Duration.ZERO));
    }

    @Test
    void createStreamKeepsWhatIsThereAndRefusesWhatIsNotAllowed(@TempDir Path directory) throws IOException {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, directory)) {
            endpoint.createStream("events", 2);
            endpoint.createStream("events", 5);
            assertThat(StreamDescription.read(directory.resolve("events")).shards())
                    .hasSize(2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> endpoint.createStream("../outside", 1))
                    .withMessageContaining("../outside");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> endpoint.createStream("many", 501))
                    .withMessageContaining("500");
            assertThatIllegalArgumentException().isThrownBy(() -> endpoint.recordCount("nothing"));
            assertThatIllegalArgumentException().isThrownBy(() -> endpoint.tail("nothing", record -> {}));
        }
    }
}
