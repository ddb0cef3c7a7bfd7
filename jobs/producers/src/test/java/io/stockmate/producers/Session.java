package io.stockmate.producers;

import io.stockmate.core.message.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A demo market and a clock that trade against markets in process; events reach them some steps later. */
final class Session {
    static final long OPENED_AT = 1_767_261_600_000L;
    static final long STEP_MS = 100;

    private final MarketInProcess market = new MarketInProcess();
    private final Clock clock = new Clock(1_000);
    private final Deque<List<Event>> underWay = new ArrayDeque<>();
    private final List<Submission> submissions = new ArrayList<>();
    private final boolean keepsSubmissions;
    private DemoMarket demo;
    private long time = OPENED_AT;

    Session(DemoMarket demo, int latencySteps, boolean keepsSubmissions) {
        this.demo = demo;
        this.keepsSubmissions = keepsSubmissions;
        for (int step = 0; step < latencySteps; step++) {
            underWay.add(List.of());
        }
    }

    /** Another demo market takes the place of the first, having seen {@code history}. */
    void restart(DemoMarket next, List<Event> history) {
        history.forEach(next::observe);
        demo = next;
    }

    void run(long durationMs, Consumer<Event> onEvent) {
        for (long end = time + durationMs; time < end; time += STEP_MS) {
            List<Event> events = underWay.isEmpty() ? List.of() : underWay.poll();
            List<Submission> all = new ArrayList<>(demo.step(time, events));
            all.addAll(clock.step(time, events));
            if (keepsSubmissions) {
                submissions.addAll(all);
            }
            List<Event> answers = market.apply(time, all);
            answers.forEach(onEvent);
            underWay.add(answers);
        }
    }

    MarketInProcess market() {
        return market;
    }

    List<Submission> submissions() {
        return submissions;
    }

    DemoMarket demo() {
        return demo;
    }
}
