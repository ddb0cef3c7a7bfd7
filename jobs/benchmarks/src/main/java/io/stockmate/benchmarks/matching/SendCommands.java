package io.stockmate.benchmarks.matching;

import io.stockmate.pipelines.matching.Inbound;
import org.apache.flink.streaming.api.functions.source.SourceFunction;

/** Sends the commands of the present run, once each, as fast as they are taken. Nothing is restored. */
final class SendCommands implements SourceFunction<Inbound> {
    private static final long serialVersionUID = 1;

    private volatile boolean cancelled;

    @Override
    public void run(SourceContext<Inbound> out) throws InterruptedException {
        MatchingRun run = MatchingRun.present();
        RecordedCommands commands = run.commands;
        long last = commands.last();
        for (long commandSeq = 1; commandSeq <= last && !cancelled; commandSeq++) {
            Inbound command = commands.command(commandSeq);
            synchronized (out.getCheckpointLock()) {
                out.collect(command);
            }
        }
        if (!cancelled) {
            run.counted.await();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
