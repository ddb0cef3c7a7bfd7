package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MatchOrdersTest {
    private static final List<Inbound> SESSION = Commands.session(7, 12, 3_000);

    @Test
    void sendsWhatTheMarketsSay() throws Exception {
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(Backend.HEAP)) {
            matching.process(SESSION);

            assertThat(matching.output()).isEqualTo(Matched.by(SESSION));
            assertThat(matching.output())
                    .filteredOn(event -> event.body() instanceof TradeCorrected)
                    .hasSizeGreaterThan(50);
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void goesOnAfterARestoreAsIfNothingHadHappened(Backend backend) throws Exception {
        List<Event> events = new ArrayList<>();
        OperatorSubtaskState state;
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(backend)) {
            matching.process(SESSION.subList(0, 1_000));
            matching.snapshot(1);
            matching.process(SESSION.subList(1_000, 2_000));
            state = matching.snapshot(2);
            events.addAll(matching.output());
        }
        try (MatchOrdersHarness matching = MatchOrdersHarness.restore(backend, state)) {
            matching.process(SESSION.subList(2_000, 3_000));
            events.addAll(matching.output());
        }

        assertThat(events).isEqualTo(Matched.by(SESSION));
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatCameAfterTheSnapshotIsNotInIt(Backend backend) throws Exception {
        OperatorSubtaskState state;
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(backend)) {
            matching.process(SESSION.subList(0, 1_000));
            state = matching.snapshot(1);
            matching.process(SESSION.subList(1_000, 2_000));
        }
        List<Event> before = Matched.by(SESSION.subList(0, 1_000));
        try (MatchOrdersHarness matching = MatchOrdersHarness.restore(backend, state)) {
            matching.process(SESSION.subList(1_000, 3_000));

            List<Event> all = Matched.by(SESSION);
            assertThat(matching.output()).isEqualTo(all.subList(before.size(), all.size()));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aMarketNotHeardOfSinceARestoreOutlivesTheNextSnapshot(Backend backend) throws Exception {
        OperatorSubtaskState state;
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(backend)) {
            matching.process(SESSION.subList(0, 1_000));
            state = matching.snapshot(1);
        }
        try (MatchOrdersHarness matching = MatchOrdersHarness.restore(backend, state)) {
            state = matching.snapshot(2);
        }
        List<Event> before = Matched.by(SESSION.subList(0, 1_000));
        try (MatchOrdersHarness matching = MatchOrdersHarness.restore(backend, state)) {
            matching.process(SESSION.subList(1_000, 3_000));

            List<Event> all = Matched.by(SESSION);
            assertThat(matching.output()).isEqualTo(all.subList(before.size(), all.size()));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void twoSubtasksGoOnWhereOneStopped(Backend backend) throws Exception {
        OperatorSubtaskState state;
        List<Event> events = new ArrayList<>();
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(backend)) {
            matching.process(SESSION.subList(0, 1_500));
            state = matching.snapshot(1);
            events.addAll(matching.output());
        }
        for (int subtask = 0; subtask < 2; subtask++) {
            int here = subtask;
            List<Inbound> share = SESSION.subList(1_500, 3_000).stream()
                    .filter(inbound ->
                            KeyGroupRangeAssignment.assignKeyToParallelOperator(inbound.symbol(), 128, 2) == here)
                    .toList();
            assertThat(share).isNotEmpty();
            try (MatchOrdersHarness matching = MatchOrdersHarness.rescale(backend, state, subtask)) {
                matching.process(share);
                events.addAll(matching.output());
            }
        }

        Map<String, List<Event>> expected = Matched.bySymbol(Matched.by(SESSION));
        assertThat(Matched.bySymbol(events)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void unknownSymbolsAreAnsweredAndLeaveNothing(Backend backend) throws Exception {
        Commands commands = new Commands();
        List<Inbound> unknown = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            unknown.add(commands.tick("NO-" + i));
        }
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(backend)) {
            matching.process(unknown);
            matching.snapshot(1);

            assertThat(matching.output()).hasSize(10_000).allSatisfy(event -> {
                assertThat(event.seq()).isZero();
                assertThat(event.chain()).isZero();
            });
            assertThat(matching.storedMarkets()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void onlyKnownSymbolsHaveStateAndNothingHasTimers(Backend backend) throws Exception {
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(backend)) {
            matching.process(SESSION);
            matching.process(List.of(new Commands().tick("NO-1")));
            matching.snapshot(1);

            assertThat(matching.storedMarkets()).isEqualTo(12);
            assertThat(matching.timers()).isZero();
        }
    }

    @Test
    void everyCommandIsLoggedWithItsPlaceAndBookTime() throws Exception {
        Commands commands = new Commands();
        Inbound unknown = commands.tick("SKU-1");
        Inbound define = commands.define("SKU-1");
        Inbound tick = commands.tick("SKU-1");
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(Backend.HEAP)) {
            matching.process(List.of(unknown, define, tick));

            assertThat(matching.commandLog())
                    .usingRecursiveComparison()
                    .isEqualTo(List.of(logged(0, unknown), logged(1, define), logged(2, tick)));
        }
    }

    private static LakeRow logged(long commandSeq, Inbound inbound) {
        ArrivedRecord record = inbound.record();
        return new LakeRow.OfCommand(
                new LogEntry(commandSeq, record.cause(), record.partitionKey(), inbound.symbol(), record.data()),
                record.cause().arrivedAt());
    }

    @Test
    void changedRulesEndTheJobForGoodAndNameSymbolAndProperty() throws Exception {
        OperatorSubtaskState state;
        try (MatchOrdersHarness matching = MatchOrdersHarness.start(Backend.HEAP)) {
            matching.process(SESSION);
            state = matching.snapshot(1);
        }
        MarketRules others = MarketRules.of(List.of("house", "exchange"), MarketRules.CORRECTABLE_MS_DEFAULT);
        try (MatchOrdersHarness matching = MatchOrdersHarness.restore(others, Backend.HEAP, state)) {
            assertThatThrownBy(() -> matching.process(List.of(new Commands().tick("SKU-3"))))
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .hasMessageContaining("SKU-3")
                    .hasMessageContaining("operators");
        }
    }
}
