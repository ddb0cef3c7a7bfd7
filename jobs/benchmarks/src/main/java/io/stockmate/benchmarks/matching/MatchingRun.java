package io.stockmate.benchmarks.matching;

import io.stockmate.core.message.Event;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What the operators of one job share; there is one such job at a time in a process, at parallelism 1. */
final class MatchingRun {
    /** The one that runs. */
    static final AtomicReference<MatchingRun> PRESENT = new AtomicReference<>();

    final RecordedCommands commands;
    final Consumer<Event> reader;
    /** The source stays until all is counted, as its thread's time would go with it. */
    final CountDownLatch counted = new CountDownLatch(1);

    volatile long cpuNs;
    final AtomicInteger checkpoints = new AtomicInteger();

    MatchingRun(RecordedCommands commands, Consumer<Event> reader) {
        this.commands = commands;
        this.reader = reader;
    }

    static MatchingRun present() {
        MatchingRun run = PRESENT.get();
        if (run == null) {
            throw new IllegalStateException("no run is under way in this process");
        }
        return run;
    }
}
