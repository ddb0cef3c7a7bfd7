package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.EventSinkSettings;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.emulators.KinesisEndpoint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ClockProgramTest {
    private static final PropertyGroups GROUPS = PropertyGroups.none()
            .with("clock", ClockProgram.INTERVAL_SECONDS, "15")
            .with("clock.events", SourceSettings.STREAM_NAME, "events")
            .with("clock.commands", EventSinkSettings.STREAM_NAME, "commands")
            .with("matching", "operators", "OPS");

    @Test
    void groupsSayIntervalAndStreams() {
        ClockProgram.Settings settings = ClockProgram.Settings.of(GROUPS);
        assertThat(settings.intervalMillis()).isEqualTo(15_000);
        assertThat(settings.events().streamName()).isEqualTo("events");
        assertThat(settings.commands().streamName()).isEqualTo("commands");
    }

    @Test
    void tickIsAMinuteUnlessSaidOtherwise() {
        PropertyGroups groups = PropertyGroups.none()
                .with("clock.events", SourceSettings.STREAM_NAME, "events")
                .with("clock.commands", EventSinkSettings.STREAM_NAME, "commands");
        assertThat(ClockProgram.Settings.of(groups).intervalMillis()).isEqualTo(60_000);
    }

    @Test
    void whatIsUnknownOrMissingIsRefused() {
        assertThatThrownBy(() -> ClockProgram.Settings.of(GROUPS.with("clock.ticks", "stream.name", "commands")))
                .hasMessage("property group clock.ticks is not known; those of the clock are clock, clock.commands,"
                        + " clock.events");
        assertThatThrownBy(() -> ClockProgram.Settings.of(GROUPS.with("clock", "interval", "15")))
                .hasMessageContaining("property group clock: interval is not known");
        assertThatThrownBy(() -> ClockProgram.Settings.of(PropertyGroups.none()))
                .hasMessage("property group clock.events: stream.name is missing");
        assertThatThrownBy(() -> ClockProgram.main(new String[0])).hasMessageContaining("the clock takes one argument");
    }

    @Test
    void itTicksForASymbolThatItHasHeardOf(@TempDir Path dir) throws Exception {
        try (KinesisEndpoint kinesis = KinesisEndpoint.start(0, dir)) {
            kinesis.createStream("commands", 1);
            kinesis.createStream("events", 1);
            try (KinesisProducer events = KinesisProducer.open(AwsSettings.local(kinesis.uri()), "events")) {
                Event first = Events.top("AMZN", 1);
                events.put(List.of(new OutgoingRecord(first.symbol(), new EventCodec().encode(first))));
            }
            String address = kinesis.uri().toString();
            PropertyGroups groups = GROUPS.with("clock", ClockProgram.INTERVAL_SECONDS, "1")
                    .with("clock.events", AwsSettings.ENDPOINT, address)
                    .with("clock.commands", AwsSettings.ENDPOINT, address);
            try (ProducerLoop loop = ClockProgram.start(ClockProgram.Settings.of(groups))) {
                while (loop.submitted() < 2) {
                    Thread.sleep(50);
                }
                assertThat(loop.failures()).isZero();
            }
        }
    }
}
