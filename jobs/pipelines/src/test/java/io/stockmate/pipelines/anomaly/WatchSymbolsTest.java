package io.stockmate.pipelines.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.anomaly.AnomalyScenario;
import io.stockmate.core.anomaly.WatchedMarket;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.pipelines.runtime.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scenarios say goes through the job's operator, whatever happens to it in between. */
class WatchSymbolsTest {
    static List<String> names() {
        return AnomalyScenario.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theJobSaysWhatTheScenarioSays(String name) throws Exception {
        WatchedMarket market = AnomalyScenario.play(name);
        try (WatchSymbolsHarness job = WatchSymbolsHarness.start(Backend.HEAP)) {
            for (Event event : market.events()) {
                job.process(event);
            }
            assertThat(job.output()).isEqualTo(market.alerts());
            assertThat(job.timers()).isZero();
        }
    }

    /** Every scenario is a symbol of its own: one subtask, then two, then four. */
    @ParameterizedTest
    @EnumSource
    void killedRestoredAndRescaledItSaysTheSame(Backend backend) throws Exception {
        List<Event> events = PlayedScenarios.interleaved();
        Map<String, List<Alert>> steady = new TreeMap<>();
        try (WatchSymbolsHarness job = WatchSymbolsHarness.start(backend)) {
            for (Event event : events) {
                job.process(event);
            }
            bySymbol(steady, job.output());
        }
        assertThat(steady).as("every symbol raises something").hasSize(names().size());

        Map<String, List<Alert>> restless = new TreeMap<>();
        int third = events.size() / 3;
        OperatorSubtaskState state = run(backend, null, 1, 1, events.subList(0, third), restless);
        state = run(backend, state, 1, 2, events.subList(third, 2 * third), restless);
        run(backend, state, 2, 4, events.subList(2 * third, events.size()), restless);

        assertThat(restless).isEqualTo(steady);
    }

    private static OperatorSubtaskState run(
            Backend backend,
            OperatorSubtaskState state,
            int from,
            int to,
            List<Event> events,
            Map<String, List<Alert>> alerts)
            throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (int subtask = 0; subtask < to; subtask++) {
            try (WatchSymbolsHarness job = state == null
                    ? WatchSymbolsHarness.start(backend)
                    : WatchSymbolsHarness.rescale(backend, state, from, to, subtask)) {
                for (Event event : events) {
                    if (subtaskOf(event, to) == subtask) {
                        job.process(event);
                    }
                }
                bySymbol(alerts, job.output());
                states.add(job.snapshot(1));
            }
        }
        return AbstractStreamOperatorTestHarness.repackageState(states.toArray(new OperatorSubtaskState[0]));
    }

    private static int subtaskOf(Event event, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                event.symbol(), WatchSymbolsHarness.MAX_PARALLELISM, parallelism);
    }

    private static void bySymbol(Map<String, List<Alert>> all, List<Alert> alerts) {
        for (Alert alert : alerts) {
            all.computeIfAbsent(alert.symbol(), symbol -> new ArrayList<>()).add(alert);
        }
    }

    @Test
    void eventsOfUnknownSymbolsLeaveNothing() throws Exception {
        Event event = AnomalyScenario.play("fat_finger").events().get(0);
        EventHeader header = event.header();
        try (WatchSymbolsHarness job = WatchSymbolsHarness.start(Backend.HEAP)) {
            job.process(new Event(
                    new EventHeader("NOBODY", 0, 0, "NOBODY-0-1", header.ts()), 0, event.cause(), event.body()));
            job.snapshot(1);
            assertThat(job.keysWithState()).isZero();
        }
    }
}
