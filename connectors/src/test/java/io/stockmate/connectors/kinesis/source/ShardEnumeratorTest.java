package io.stockmate.connectors.kinesis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.source.KnownShard.Status;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

/** Shards {@code s-0}, {@code s-1} … go to the reader of their number, modulo two. */
class ShardEnumeratorTest {
    private final FakeStream stream = new FakeStream();
    private FakeEnumeratorContext context = new FakeEnumeratorContext(2);
    private ShardEnumerator enumerator;

    private void start(ShardEnumeratorState restored, String... properties) {
        context = new FakeEnumeratorContext(2);
        PropertyGroup group = PropertyGroup.of("commands", Map.of());
        for (String property : properties) {
            group = group.with(property.split("=")[0], property.split("=")[1]);
        }
        enumerator = new ShardEnumerator(context, stream, SourceSettings.of(group), restored);
        enumerator.start();
        register(0);
        register(1);
        context.periodic.run();
    }

    private void register(int reader) {
        context.register(reader);
        enumerator.addReader(reader);
    }

    private void finish(int reader, String... shards) {
        enumerator.handleSourceEvent(reader, new ShardsFinished(List.of(shards)));
    }

    private Status status(String shard) {
        return enumerator.snapshotState(99).shards().stream()
                .filter(known -> known.shardId().equals(shard))
                .findFirst()
                .orElseThrow()
                .status();
    }

    /** s-0 was split into s-1 and s-2. */
    private void splitStream() {
        stream.shard("s-0").close("s-0").shard("s-1", "s-0").shard("s-2", "s-0");
    }

    @Test
    void childrenWaitForTheEndOfTheirParent() {
        splitStream();
        start(null);
        assertThat(context.assigned).containsExactly("0: s-0");
        finish(0, "s-0");
        assertThat(context.assigned).containsExactly("0: s-0", "1: s-1", "0: s-2");
        assertThat(context.splits).extracting(ShardSplit::position).containsOnly(Position.TRIM_HORIZON);
    }

    @Test
    void childOfAMergeWaitsForBothParentsOnTheirReaders() {
        stream.shard("s-0").shard("s-1").close("s-0").close("s-1").shard("s-2", "s-0", "s-1");
        start(null);
        finish(1, "s-1");
        finish(1, "s-1");
        assertThat(context.assigned).containsExactly("0: s-0", "1: s-1");
        finish(0, "s-0");
        assertThat(context.assigned).containsExactly("0: s-0", "1: s-1", "0: s-2");
    }

    @Test
    void finishIsAcknowledgedOnceACompletedCheckpointHasIt() {
        splitStream();
        start(null);
        enumerator.snapshotState(1);
        finish(0, "s-0");
        enumerator.notifyCheckpointComplete(1);
        assertThat(context.sent).isEmpty();
        enumerator.snapshotState(2);
        enumerator.snapshotState(3);
        enumerator.notifyCheckpointComplete(3);
        assertThat(context.sent).containsExactly("0: [s-0]");
        finish(0, "s-0");
        assertThat(context.sent).containsExactly("0: [s-0]", "0: [s-0]");
        assertThat(context.assigned).containsExactly("0: s-0", "1: s-1", "0: s-2");
    }

    /** The readers' snapshots of the checkpoint have the marker, the enumerator's does not yet. */
    @Test
    void failureBetweenTheEnumeratorsAndAReadersSnapshotLosesNoChild() {
        splitStream();
        start(null);
        ShardEnumeratorState before = enumerator.snapshotState(1);
        finish(0, "s-0");
        start(before);
        assertThat(context.assigned).isEmpty();
        finish(0, "s-0");
        assertThat(context.assigned).containsExactly("1: s-1", "0: s-2");
        assertThat(context.sent).isEmpty();
        enumerator.snapshotState(2);
        enumerator.notifyCheckpointComplete(2);
        assertThat(context.sent).containsExactly("0: [s-0]");
    }

    @Test
    void restoredEnumeratorAcknowledgesWhatItsCheckpointKnew() {
        splitStream();
        start(null);
        finish(0, "s-0");
        start(enumerator.snapshotState(1));
        finish(1, "s-0");
        assertThat(context.sent).containsExactly("1: [s-0]");
        assertThat(context.assigned).isEmpty();
    }

    @Test
    void splitsHandedBackAreAssignedAsTheyWereAndSurviveACheckpoint() {
        splitStream();
        start(null);
        finish(0, "s-0");
        ShardSplit read = new ShardSplit("s-1", FakeStream.ALL, Position.after("5"), false);
        context.readers.remove(1);
        enumerator.addSplitsBack(List.of(read), 1);
        ShardEnumeratorState state = enumerator.snapshotState(1);
        assertThat(state.handedBack()).containsExactly(read);
        register(1);
        assertThat(context.splits.get(3)).isEqualTo(read);
        start(state);
        assertThat(context.splits).containsExactly(read);
        assertThat(enumerator.snapshotState(2).handedBack()).isEmpty();
    }

    @Test
    void readerThatComesLaterGetsItsShards() {
        stream.shard("s-0").shard("s-1");
        enumerator =
                new ShardEnumerator(context, stream, SourceSettings.of(PropertyGroup.of("commands", Map.of())), null);
        enumerator.start();
        context.periodic.run();
        register(1);
        assertThat(context.assigned).containsExactly("1: s-1");
        register(0);
        assertThat(context.assigned).containsExactly("1: s-1", "0: s-0");
    }

    @Test
    void newShardsAreLookedForAtOnceWhenAShardEndsWithoutKnownChildren() {
        stream.shard("s-0");
        start(null, "flink.stream.initpos=LATEST");
        stream.close("s-0").shard("s-1", "s-0").shard("s-2", "s-0");
        finish(0, "s-0");
        assertThat(context.assigned).containsExactly("0: s-0");
        context.runCalls();
        assertThat(context.assigned).containsExactly("0: s-0", "1: s-1", "0: s-2");
        assertThat(context.splits)
                .extracting(ShardSplit::position)
                .containsExactly(Position.atTimestamp(7_000), Position.TRIM_HORIZON, Position.TRIM_HORIZON);
    }

    @Test
    void latestPassesClosedShardsByAndStaysWhereItWasOverARestore() {
        splitStream();
        start(null, "flink.stream.initpos=LATEST");
        assertThat(context.assigned).containsExactly("1: s-1", "0: s-2");
        assertThat(context.splits).extracting(ShardSplit::position).containsOnly(Position.atTimestamp(7_000));
        stream.serviceMillis = 9_000;
        context.readers.clear();
        enumerator.addSplitsBack(context.splits, 1);
        start(enumerator.snapshotState(1), "flink.stream.initpos=LATEST");
        assertThat(context.splits).extracting(ShardSplit::position).containsOnly(Position.atTimestamp(7_000));
    }

    @Test
    void timestampHoldsForAllShardsPresentAtTheStart() {
        splitStream();
        start(null, "flink.stream.initpos=AT_TIMESTAMP", "flink.stream.initpos.timestamp=1970-01-01T00:00:05Z");
        finish(0, "s-0");
        assertThat(context.splits)
                .hasSize(3)
                .extracting(ShardSplit::position)
                .containsOnly(Position.atTimestamp(5_000));
    }

    @Test
    void parentsGoneBeforeAFreshStartCountAsFinished() {
        stream.shard("s-3", "s-0", "s-1");
        start(null);
        assertThat(context.assigned).containsExactly("1: s-3");
    }

    @Test
    void unknownParentGoneAfterARestoreEndsTheJob() {
        stream.shard("s-0");
        start(null);
        ShardEnumeratorState state = enumerator.snapshotState(1);
        stream.unlist("s-0").shard("s-5", "s-3");
        assertThatThrownBy(() -> start(state))
                .isInstanceOf(SuppressRestartsException.class)
                .cause()
                .hasMessageContaining("s-3, the parent of s-5, is no longer listed");
    }

    @Test
    void shardGoneBeforeItWasReadEndsTheJob() {
        splitStream();
        start(null);
        stream.unlist("s-2");
        assertThatThrownBy(() -> context.periodic.run())
                .isInstanceOf(SuppressRestartsException.class)
                .cause()
                .hasMessageContaining("s-2 is no longer listed");
    }

    @Test
    void finishedShardIsForgottenOnceItIsUnlistedSettledAndItsChildrenAssigned() {
        splitStream();
        start(null);
        finish(0, "s-0");
        stream.unlist("s-0");
        context.periodic.run();
        assertThat(status("s-0")).isEqualTo(Status.FINISHED);
        enumerator.notifyCheckpointComplete(99);
        context.periodic.run();
        assertThat(enumerator.snapshotState(100).shards())
                .extracting(KnownShard::shardId)
                .containsExactly("s-1", "s-2");
        finish(0, "s-0");
        assertThat(context.sent).containsExactly("0: [s-0]", "0: [s-0]");
    }

    @Test
    void listingThatFailsIsTriedAgainButNotAtTheStart() {
        stream.shard("s-0");
        start(null);
        ShardEnumerator lost = new ShardEnumerator(
                context,
                new UnreachableStream(),
                SourceSettings.of(PropertyGroup.of("commands", Map.of())),
                enumerator.snapshotState(1));
        lost.start();
        context.periodic.run();
        ShardEnumerator fresh = new ShardEnumerator(
                context, new UnreachableStream(), SourceSettings.of(PropertyGroup.of("commands", Map.of())), null);
        fresh.start();
        assertThatThrownBy(() -> context.periodic.run()).hasMessage("the shards of commands cannot be listed");
    }

    private static final class UnreachableStream implements StreamCalls {
        @Override
        public Listing list() {
            throw new IllegalStateException("unreachable");
        }

        @Override
        public String iterator(String shardId, Position position) {
            throw new AssertionError("an enumerator reads no shard");
        }

        @Override
        public Reply read(String iterator) {
            throw new AssertionError("an enumerator reads no shard");
        }

        @Override
        public void close() {}
    }
}
