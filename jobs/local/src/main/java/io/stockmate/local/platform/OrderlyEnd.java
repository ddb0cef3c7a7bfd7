package io.stockmate.local.platform;

import io.stockmate.emulators.KinesisEndpoint;
import io.stockmate.local.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the jobs of a platform end: nothing follows what has been put, then each in turn reads to its end what those
 * before it have written, waits for what it delivers, and stops behind a savepoint.
 */
final class OrderlyEnd {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MS = 20;

    /** A little more than what the slowest sink gathers for. */
    private static final Duration SINKS_GATHER = Duration.ofMillis(700);

    private final KinesisEndpoint kinesis;

    OrderlyEnd(KinesisEndpoint kinesis) {
        this.kinesis = kinesis;
    }

    /** Producers that go on are told to come back. */
    void refuseCommands() {
        kinesis.refusePuts(Streams.COMMANDS, "the platform is ending; put them again when it runs");
    }

    /**
     * Ends all of them, also where one fails; {@code data} is finished where those that make the market did not, and
     * its books are where accounting did not.
     */
    void of(Collection<RunningJob> jobs, DataDirectory data) throws IOException {
        refuseCommands();
        List<StoppingJob> stopping = new ArrayList<>();
        for (RunningJob job : jobs) {
            stopping.add(stop(job));
        }
        @Nullable IOException failure = null;
        boolean finished = true;
        for (StoppingJob job : stopping) {
            try {
                job.awaitEnd();
                if (job.job() == Job.ACCOUNTING) {
                    Files.deleteIfExists(data.accountingUnfinished());
                }
            } catch (IOException ending) {
                LOG.error(
                        "{} goes on from its newest snapshot at the next start",
                        job.job().jobName(),
                        ending);
                failure = failure == null ? ending : failure;
                finished &= !job.job().isVital();
            }
        }
        if (finished) {
            Unfinished.lift(data);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Returns when others can read all that it wrote. One that is late stops behind a savepoint all the same: the next
     * run has less to do again.
     */
    private StoppingJob stop(RunningJob job) {
        @Nullable IOException late = null;
        try {
            StreamEnd end = new StreamEnd(kinesis.lastSequenceNumbers(job.job().input()));
            job.awaitRead(end, READ_PATIENCE);
            if (job.job().delivers()) {
                awaitSinks(job);
            }
        } catch (IOException | CommandFailed failure) {
            late = new IOException(failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            late = new IOException("interrupted while " + job.job().jobName() + " was reading", interrupted);
        }
        StoppingJob stopping = job.stop(late);
        stopping.awaitSavepoint();
        return stopping;
    }

    /** Waits until nothing has been written for as long as a sink gathers. */
    private void awaitSinks(RunningJob job) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long since = start;
        long records = records();
        while (System.nanoTime() - since < SINKS_GATHER.toNanos()) {
            Thread.sleep(LOOK_AGAIN_MS);
            long now = records();
            if (now != records) {
                records = now;
                since = System.nanoTime();
            }
            if (since - start > READ_PATIENCE.toNanos()) {
                throw new IOException(job.job().jobName() + " still wrote " + READ_PATIENCE.toSeconds()
                        + " s after it had read " + job.job().input() + "; the next run writes the rest");
            }
        }
    }

    private long records() {
        return Stream.of(Streams.EVENTS, Streams.ALERTS)
                .mapToLong(kinesis::recordCount)
                .sum();
    }
}
