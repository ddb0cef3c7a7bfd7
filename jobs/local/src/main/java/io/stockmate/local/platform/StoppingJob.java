package io.stockmate.local.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job that ends behind a savepoint. With the savepoint all has been written that other jobs read of it; that it then
 * takes down its clients, some of which linger for two seconds, is nothing for them to wait for.
 */
final class StoppingJob {
    private static final Logger LOG = LoggerFactory.getLogger(StoppingJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MS = 20;

    private final Job job;
    private final DataDirectory data;
    private final FlinkCluster cluster;
    private final long begun;
    private final long deadline;
    private final CompletableFuture<String> end;
    private @Nullable IOException failure;

    private StoppingJob(Job job, DataDirectory data, FlinkCluster cluster, @Nullable IOException late) {
        this.job = job;
        this.data = data;
        this.cluster = cluster;
        this.begun = System.currentTimeMillis();
        this.end = cluster.stop(job.id(), data.savepoints(job.jobName()));
        this.deadline = System.nanoTime() + PATIENCE.toNanos();
        this.failure = late;
    }

    /**
     * Begins to stop a job.
     *
     * @param late why it is not in order whatever follows
     */
    static StoppingJob stop(Job job, DataDirectory data, FlinkCluster cluster, @Nullable IOException late) {
        return new StoppingJob(job, data, cluster, late);
    }

    Job job() {
        return job;
    }

    /** Waits until its savepoint is complete, or it has ended without one. */
    void awaitSavepoint() {
        try {
            while (!end.isDone() && !hasSavepoint() && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_AGAIN_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fail("interrupted while " + job.jobName() + " was stopping", interrupted);
        }
    }

    /** A cluster that is too busy to tell is asked again. */
    private boolean hasSavepoint() {
        try {
            return cluster.hasSavepoint(job.id(), begun);
        } catch (IOException unknown) {
            LOG.warn("nothing is known of the savepoint of {} yet", job.jobName(), unknown);
            return false;
        }
    }

    /** Waits until it has ended; throws the first thing that was not in order. */
    void awaitEnd() throws IOException {
        try {
            end.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            Snapshot.removeOutdatedSavepoints(data, job.jobName());
            LOG.info("{} stopped", job.jobName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fail("interrupted while " + job.jobName() + " was stopping", interrupted);
        } catch (ExecutionException stopping) {
            fail(job.jobName() + " did not stop in order", stopping);
        } catch (TimeoutException late) {
            fail(job.jobName() + " did not stop within " + PATIENCE.toSeconds() + " s", late);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void fail(String message, Exception cause) {
        IOException failed = new IOException(message, cause);
        if (failure == null) {
            failure = failed;
        } else {
            failure.addSuppressed(failed);
        }
    }
}
