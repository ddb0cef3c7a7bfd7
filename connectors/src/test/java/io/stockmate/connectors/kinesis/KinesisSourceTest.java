package io.stockmate.connectors.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.source.OrderedKinesisSource;
import java.util.Map;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class KinesisSourceTest {
    private static final PropertyGroup GROUP =
            PropertyGroup.of("commands", Map.of("aws.endpoint", "http://127.0.0.1:1"));

    private final StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();

    private void add() {
        KinesisSource.addTo(env, GROUP, "read-commands", "Read commands");
    }

    @Test
    void alignedExactlyOnceCheckpointsAreEnough() {
        env.enableCheckpointing(100);
        assertThatCode(this::add).doesNotThrowAnyException();
    }

    @Test
    void jobWithoutCheckpointsIsRefused() {
        assertThatThrownBy(this::add)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set execution.checkpointing.interval");
    }

    @Test
    void checkpointsThatAreNotAlignedAreRefused() {
        env.enableCheckpointing(100);
        env.getCheckpointConfig().enableUnalignedCheckpoints();
        assertThatThrownBy(this::add).hasMessageContaining("aligned exactly-once checkpoints");
    }

    @Test
    void checkpointsThatAreNotExactlyOnceAreRefused() {
        env.enableCheckpointing(100, CheckpointingMode.AT_LEAST_ONCE);
        assertThatThrownBy(this::add).hasMessageContaining("aligned exactly-once checkpoints");
    }

    @Test
    void sourceSurvivesTheWayToTheWorkers() throws Exception {
        OrderedKinesisSource source = new OrderedKinesisSource(SourceSettings.of(GROUP));
        assertThat(InstantiationUtil.clone(source)).isNotNull();
    }
}
