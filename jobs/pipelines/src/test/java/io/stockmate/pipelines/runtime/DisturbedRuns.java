package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Runs a job over given records: undisturbed, or killed, restored and rescaled. The cluster has four slots. */
public final class DisturbedRuns {
    private static final int CHECKPOINTS = 12;

    private final Path directory;
    private final List<ArrivedRecord> stream;

    /** @param directory for checkpoints and savepoints */
    public DisturbedRuns(Path directory, List<ArrivedRecord> stream) {
        this.directory = directory;
        this.stream = stream;
    }

    /** @param build makes the job that reads the records */
    public void undisturbed(Consumer<DataStream<ArrivedRecord>> build) throws Exception {
        start(build, 1, null, stream.size()).getJobExecutionResult().get();
    }

    /** Killed after a fifth, stopped and continued with two subtasks after a third, with four after half. */
    public void disturbed(Consumer<DataStream<ArrivedRecord>> build) throws Exception {
        int perCheckpoint = stream.size() / CHECKPOINTS;
        Progress.FAIL_AT.set(stream.size() / 5);
        String one = stopped(start(build, 1, null, perCheckpoint), stream.size() / 3);
        assertThat(Progress.FAIL_AT).as("it was killed").hasValue(0);
        String two = stopped(start(build, 2, one, perCheckpoint), stream.size() / 2);
        start(build, 4, two, perCheckpoint).getJobExecutionResult().get();
    }

    private JobClient start(
            Consumer<DataStream<ArrivedRecord>> build, int parallelism, @Nullable String from, int perCheckpoint)
            throws Exception {
        Configuration configuration = new Configuration();
        if (from != null) {
            configuration.setString("execution.state-recovery.path", from);
        }
        StreamExecutionEnvironment environment =
                RestlessJob.environment(configuration, directory.resolve("checkpoints"), Map.of());
        environment.setParallelism(parallelism);
        build.accept(RestlessJob.records(environment, stream, perCheckpoint, new Progress()));
        Progress.RECORDS.set(0);
        return environment.executeAsync();
    }

    /** Stops the job with a savepoint once the source has given so many records since its start. */
    private String stopped(JobClient job, int records) throws Exception {
        while (Progress.RECORDS.get() < records) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return job.stopWithSavepoint(
                        false, directory.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    /**
     * Counts the records that the source has given since the job's start, and kills the job once where it is told to.
     */
    private static final class Progress implements MapFunction<ArrivedRecord, ArrivedRecord> {
        private static final long serialVersionUID = 1;
        private static final AtomicInteger RECORDS = new AtomicInteger();
        private static final AtomicInteger FAIL_AT = new AtomicInteger();

        @Override
        public ArrivedRecord map(ArrivedRecord record) {
            int place = RECORDS.incrementAndGet();
            int failAt = FAIL_AT.get();
            if (failAt > 0 && place >= failAt) {
                FAIL_AT.set(0);
                throw new IllegalStateException("meant to fail");
            }
            return record;
        }
    }
}
