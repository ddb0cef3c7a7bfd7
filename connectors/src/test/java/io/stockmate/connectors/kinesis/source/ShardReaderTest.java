package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.Pacing;
import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShardReaderTest {
    private final FakeStream stream = new FakeStream();
    private final FakeReaderContext context = new FakeReaderContext();
    private final CollectingOutput output = new CollectingOutput();
    private ShardReader reader = newReader();

    private ShardReader newReader() {
        SourceSettings settings =
                SourceSettings.of(PropertyGroup.of("commands", Map.of("flink.shard.getrecords.intervalmillis", "1")));
        return new ShardReader(context, stream, settings, Pacing.SYSTEM);
    }

    @AfterEach
    void close() throws InterruptedException {
        reader.close();
    }

    private static ShardSplit split(String shard) {
        return new ShardSplit(shard, FakeStream.ALL, Position.TRIM_HORIZON, false);
    }

    /** Emits until there are so many records. */
    private void emit(int count) throws Exception {
        while (output.records.size() < count) {
            reader.isAvailable().get(10, TimeUnit.SECONDS);
            reader.pollNext(output);
        }
    }

    /** Emits until the shard is finished. */
    private void emitToTheEnd(String shard) throws Exception {
        while (reader.snapshotState(0).stream()
                .noneMatch(split -> split.shardId().equals(shard) && split.finished())) {
            reader.isAvailable().get(10, TimeUnit.SECONDS);
            reader.pollNext(output);
        }
    }

    private List<String> texts() {
        return output.records.stream()
                .map(record -> new String(record.data(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void readsOnWhereASnapshotWasTaken() throws Exception {
        stream.recordsPerReply = 3;
        stream.shard("s-0");
        for (String text : List.of("a", "b", "c", "d", "e")) {
            stream.put("s-0", text);
        }
        reader.addSplits(List.of(split("s-0")));
        emit(4);
        List<ShardSplit> snapshot = reader.snapshotState(1);
        assertThat(snapshot).containsExactly(new ShardSplit("s-0", FakeStream.ALL, Position.after("3"), false));
        reader.close();
        reader = newReader();
        reader.addSplits(snapshot);
        emit(5);
        assertThat(texts()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void snapshotInsideAnAggregatedRecordNamesThePartAndRestoresBehindIt() throws Exception {
        stream.shard("s-0").put("s-0", Aggregated.of("A=a", "B=b", "A=c")).put("s-0", "d");
        reader.addSplits(List.of(split("s-0")));
        emit(2);
        List<ShardSplit> snapshot = reader.snapshotState(1);
        assertThat(snapshot).extracting(ShardSplit::position).containsExactly(Position.inside("0", 1));
        reader.close();
        reader = newReader();
        reader.addSplits(snapshot);
        emit(4);
        assertThat(texts()).containsExactly("a", "b", "c", "d");
        assertThat(output.records)
                .extracting(record -> record.cause().subSequence())
                .containsExactly(0L, 1L, 2L, 0L);
        assertThat(output.records).extracting(ArrivedRecord::partitionKey).containsExactly("A", "B", "A", "SKU-1");
    }

    @Test
    void finishIsToldOnlyWhenACheckpointThatContainsItHasCompleted() throws Exception {
        stream.shard("s-0").put("s-0", "a");
        reader.addSplits(List.of(split("s-0")));
        emit(1);
        reader.snapshotState(1);
        stream.close("s-0");
        emitToTheEnd("s-0");
        reader.notifyCheckpointComplete(1);
        assertThat(context.told).isEmpty();
        assertThat(reader.snapshotState(2)).extracting(ShardSplit::finished).containsExactly(true);
        reader.notifyCheckpointComplete(2);
        assertThat(context.told).containsExactly("[s-0]");
    }

    @Test
    void skippedNotificationIsMadeUpForByALaterOne() throws Exception {
        stream.shard("s-0").close("s-0");
        reader.addSplits(List.of(split("s-0")));
        emitToTheEnd("s-0");
        reader.snapshotState(1);
        reader.snapshotState(2);
        reader.notifyCheckpointComplete(2);
        assertThat(context.told).containsExactly("[s-0]");
        reader.notifyCheckpointComplete(2);
        assertThat(context.told).hasSize(1);
    }

    @Test
    void markerStaysUntilItIsAcknowledgedAndIsToldAgain() throws Exception {
        stream.shard("s-0").close("s-0");
        reader.addSplits(List.of(split("s-0")));
        emitToTheEnd("s-0");
        for (long checkpoint = 1; checkpoint <= 2; checkpoint++) {
            assertThat(reader.snapshotState(checkpoint)).hasSize(1);
            reader.notifyCheckpointComplete(checkpoint);
        }
        assertThat(context.told).containsExactly("[s-0]", "[s-0]");
        reader.snapshotState(3);
        reader.handleSourceEvents(new FinishAcknowledged(List.of("s-0")));
        reader.handleSourceEvents(new FinishAcknowledged(List.of("s-0")));
        reader.notifyCheckpointComplete(3);
        assertThat(reader.snapshotState(4)).isEmpty();
        assertThat(context.told).hasSize(2);
    }

    @Test
    void restoredMarkerIsToldAtOnceAndReadsNothing() throws Exception {
        stream.shard("s-0").put("s-0", "a").close("s-0").shard("s-1").put("s-1", "b");
        ShardSplit marker = new ShardSplit("s-0", FakeStream.ALL, Position.after("0"), true);
        reader.addSplits(List.of(marker, split("s-1")));
        assertThat(context.told).containsExactly("[s-0]");
        emit(1);
        assertThat(texts()).containsExactly("b");
        assertThat(stream.asked).containsExactly("s-1 TRIM_HORIZON ");
        assertThat(reader.snapshotState(1)).contains(marker);
    }

    @Test
    void idleShardHoldsNothingBack() throws Exception {
        stream.shard("s-0").shard("s-1").put("s-1", "a");
        reader.addSplits(List.of(split("s-0"), split("s-1")));
        emit(1);
        stream.put("s-1", "b");
        emit(2);
        assertThat(texts()).containsExactly("a", "b");
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    }

    @Test
    void failureOfAShardIsTheReaders() {
        stream.shard("s-0").failures.add(new IllegalStateException("told to"));
        reader.addSplits(List.of(split("s-0")));
        assertThatThrownBy(() -> emit(1)).hasMessage("told to");
    }

    @Test
    void shardAssignedTwiceOrAcknowledgedTooEarlyIsAnError() {
        stream.shard("s-0");
        reader.addSplits(List.of(split("s-0")));
        assertThatThrownBy(() -> reader.addSplits(List.of(split("s-0")))).hasMessage("s-0 was assigned twice");
        assertThatThrownBy(() -> reader.handleSourceEvents(new FinishAcknowledged(List.of("s-0"))))
                .hasMessage("s-0 was acknowledged as finished and is not");
    }
}
