package io.stockmate.pipelines.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.ledger.RandomTrading;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The books of a few symbols, whatever happens to the operator in between. */
class KeepBooksTest {
    private static final LedgerSettings SETTINGS = LedgerSettings.of(RandomTrading.RULES.correctableMs());
    private static final List<Event> EVENTS = RandomTrading.interleaved(8, 120);

    @ParameterizedTest
    @EnumSource
    void killedRestoredAndRescaledItBooksTheSame(Backend backend) throws Exception {
        Map<String, List<LakeRow>> steady = new TreeMap<>();
        try (KeepBooksHarness job = KeepBooksHarness.start(backend, SETTINGS)) {
            for (Event event : EVENTS) {
                job.process(event);
            }
            bySymbol(steady, job.output());
            assertThat(job.timers()).isZero();
        }
        assertThat(steady).hasSize(8);

        Map<String, List<LakeRow>> restless = new TreeMap<>();
        int third = EVENTS.size() / 3;
        OperatorSubtaskState state = run(backend, null, 1, 1, EVENTS.subList(0, third), restless);
        state = run(backend, state, 1, 2, EVENTS.subList(third, 2 * third), restless);
        run(backend, state, 2, 4, EVENTS.subList(2 * third, EVENTS.size()), restless);

        assertThat(restless).isEqualTo(steady);
    }

    private static OperatorSubtaskState run(
            Backend backend,
            OperatorSubtaskState state,
            int from,
            int to,
            List<Event> events,
            Map<String, List<LakeRow>> rows)
            throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (int subtask = 0; subtask < to; subtask++) {
            try (KeepBooksHarness job = state == null
                    ? KeepBooksHarness.start(backend, SETTINGS)
                    : KeepBooksHarness.rescale(backend, SETTINGS, state, from, to, subtask)) {
                for (Event event : events) {
                    if (subtaskOf(event, to) == subtask) {
                        job.process(event);
                    }
                }
                bySymbol(rows, job.output());
                states.add(job.snapshot(1));
            }
        }
        return AbstractStreamOperatorTestHarness.repackageState(states.toArray(new OperatorSubtaskState[0]));
    }

    private static int subtaskOf(Event event, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                event.symbol(), KeepBooksHarness.MAX_PARALLELISM, parallelism);
    }

    private static void bySymbol(Map<String, List<LakeRow>> all, List<LakeRow> rows) {
        for (LakeRow row : rows) {
            String symbol = row instanceof LakeRow.OfTransfer of
                    ? of.transfer().symbol()
                    : ((LakeRow.OfUsage) row).usage().symbol();
            all.computeIfAbsent(symbol, none -> new ArrayList<>()).add(row);
        }
    }

    @Test
    void everySinkGetsTheSame() throws Exception {
        try (KeepBooksHarness job = KeepBooksHarness.start(Backend.HEAP, SETTINGS)) {
            for (Event event : EVENTS) {
                job.process(event);
            }
            List<Transfer> transfers = job.output().stream()
                    .filter(row -> row instanceof LakeRow.OfTransfer)
                    .map(row -> ((LakeRow.OfTransfer) row).transfer())
                    .toList();
            assertThat(job.transactions().stream().flatMap(each -> each.transfers().stream()))
                    .isEqualTo(transfers);
            assertThat(job.records())
                    .hasSameSizeAs(job.output())
                    .containsAll(transfers)
                    .containsAll(job.usage());
            assertThat(transfers)
                    .extracting(Transfer::reason)
                    .contains(
                            TransferReason.TRADE,
                            TransferReason.PAYMENT,
                            TransferReason.SETTLEMENT,
                            TransferReason.RECEIPT,
                            TransferReason.ISSUE,
                            TransferReason.COUNT);
            assertThat(job.usage()).isNotEmpty();
        }
    }

    @Test
    void correctionOfATradeThatIsNotKeptEndsTheJobForGood() throws Exception {
        Event first = EVENTS.get(0);
        String symbol = first.symbol();
        EventHeader header =
                new EventHeader(symbol, 2, 2, symbol + "-2", first.header().ts());
        TradeCorrected corrected = new TradeCorrected(symbol + "-T-1", "ANN", "BOB", 10_000, 2, 10_000, 1, "wrong");
        try (KeepBooksHarness job = KeepBooksHarness.start(Backend.HEAP, SETTINGS)) {
            job.process(first);
            assertThatThrownBy(() -> job.process(new Event(header, 0, first.cause(), corrected)))
                    .isInstanceOf(SuppressRestartsException.class)
                    .hasStackTraceContaining(symbol + "-2 corrects trade " + symbol + "-T-1");
        }
    }

    @Test
    void eventsOfUnknownSymbolsLeaveNothing() throws Exception {
        Event event = EVENTS.get(0);
        EventHeader header =
                new EventHeader("NOBODY", 0, 0, "NOBODY-0-1", event.header().ts());
        try (KeepBooksHarness job = KeepBooksHarness.start(Backend.HEAP, SETTINGS)) {
            job.process(new Event(header, 0, event.cause(), event.body()));
            job.snapshot(1);
            assertThat(job.keysWithState()).isZero();
        }
    }
}
