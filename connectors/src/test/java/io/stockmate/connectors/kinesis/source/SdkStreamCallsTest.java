package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.emulators.KinesisSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;

class SdkStreamCallsTest {
    private static final int MORE_THAN_A_SHARD_ALLOWS = 200;

    @TempDir
    private Path directory;

    @Test
    void refusedRequestIsToldAtOnceAndNotRepeatedInSilence() throws Exception {
        try (KinesisEndpoint kinesis =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withShardLimits(true))) {
            kinesis.createStream("commands", 1);
            SourceSettings settings = SourceSettings.of(PropertyGroup.of(
                    "commands",
                    Map.of(
                            "stream.name",
                            "commands",
                            "aws.endpoint",
                            kinesis.uri().toString())));
            try (SdkStreamCalls calls = SdkStreamCalls.reading(settings)) {
                String shard = shardOf(settings);
                String iterator = calls.iterator(shard, Position.TRIM_HORIZON);
                assertThatThrownBy(() -> {
                            for (int request = 0; request < MORE_THAN_A_SHARD_ALLOWS; request++) {
                                calls.read(iterator);
                            }
                        })
                        .isInstanceOfSatisfying(
                                ProvisionedThroughputExceededException.class,
                                refused -> assertThat(refused.numAttempts()).isEqualTo(1));
            }
        }
    }

    private static String shardOf(SourceSettings settings) {
        try (SdkStreamCalls calls = SdkStreamCalls.listing(settings)) {
            return calls.list().shards().get(0).shardId();
        }
    }
}
