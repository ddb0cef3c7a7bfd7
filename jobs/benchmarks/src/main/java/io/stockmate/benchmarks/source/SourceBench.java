package io.stockmate.benchmarks.source;

import io.stockmate.benchmarks.LoopbackCluster;
import io.stockmate.benchmarks.source.CountRecords.Counted;
import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisSource;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.ArrivedRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;

/**
 * Reads one backlog again and again, with the ordered source and with FlinkKinesisConsumer in turn, each in a job of
 * parallelism 1 that does nothing but count, with the same properties. What counts is the CPU time of this whole
 * process (fetching threads, task, garbage collection) from the tenth part of the records to the last: the endpoint has
 * to run in another process.
 */
public final class SourceBench {
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_AGAIN_MS = 10;
    private static final int KEYS = 64;
    private static final int ACCOUNTS = 1_000;
    private static final int RECORDS_PER_PUT = 5_000;
    private static final String ORDER =
            "{\"type\":\"NewOrder\",\"symbol\":\"%s\",\"account\":\"ACCOUNT-%d\",\"clOrdId\":\"o-%d\","
                    + "\"side\":\"BUY\",\"ordType\":\"LIMIT\",\"orderQty\":10,\"price\":\"150.25\",\"timeInForce\":\"DAY\"}";

    private final URI kinesis;
    private final String stream;
    private final long records;

    /**
     * @param kinesis an endpoint in another process
     * @param stream that is there, with at least one shard, and empty
     * @param records how many are put and read
     */
    public SourceBench(URI kinesis, String stream, long records) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.records = records;
    }

    /** The sources that are compared. */
    public enum Reader {
        ORDERED_SOURCE,
        FLINK_KINESIS_CONSUMER
    }

    /** Puts the backlog: orders of {@value #KEYS} symbols. */
    public void fill() throws InterruptedException {
        try (KinesisProducer producer = KinesisProducer.open(AwsSettings.local(kinesis), stream)) {
            List<OutgoingRecord> batch = new ArrayList<>();
            for (long n = 0; n < records; n++) {
                String symbol = "SKU-" + n % KEYS;
                String order = String.format(Locale.ROOT, ORDER, symbol, n % ACCOUNTS, n);
                batch.add(new OutgoingRecord(symbol, order.getBytes(StandardCharsets.UTF_8)));
                if (batch.size() == RECORDS_PER_PUT || n == records - 1) {
                    producer.put(batch);
                    batch.clear();
                }
            }
        }
    }

    /** Reads the backlog once; records per second of CPU time. */
    public double read(Reader reader) throws Exception {
        CountRecords.LAST.set(null);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(LoopbackCluster.configuration());
        environment.setParallelism(1);
        environment.enableCheckpointing(CHECKPOINT_INTERVAL.toMillis());
        environment.getConfig().enableObjectReuse();
        stream(reader, environment)
                .addSink(new CountRecords(records))
                .uid("count")
                .name("Count records");
        JobClient job = environment.executeAsync(reader.name());
        Counted counted = await(job);
        // Its result is that it was cancelled. With it the job's own cluster begins to close.
        CompletableFuture<Void> end = job.getJobExecutionResult().handle((result, cancelled) -> null);
        job.cancel().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return counted.recordsPerCpuSecond();
    }

    private DataStream<ArrivedRecord> stream(Reader reader, StreamExecutionEnvironment environment) {
        Map<String, String> properties = Map.of(
                SourceSettings.STREAM_NAME,
                stream,
                AwsSettings.ENDPOINT,
                kinesis.toString(),
                SourceSettings.REQUEST_INTERVAL_MILLIS,
                "1");
        return switch (reader) {
            case ORDERED_SOURCE ->
                KinesisSource.addTo(environment, PropertyGroup.of("bench", properties), "read", "Read " + stream);
            case FLINK_KINESIS_CONSUMER -> {
                Properties same = AwsSettings.local(kinesis).toProperties();
                same.putAll(properties);
                same.setProperty(SourceSettings.INITIAL_POSITION, "TRIM_HORIZON");
                same.remove(SourceSettings.STREAM_NAME);
                yield environment
                        .addSource(new FlinkKinesisConsumer<>(stream, new AsArrivedRecord(), same), "Read " + stream)
                        .uid("read");
            }
        };
    }

    private Counted await(JobClient job) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Counted counted = CountRecords.LAST.get(); ; counted = CountRecords.LAST.get()) {
            if (counted != null) {
                return counted;
            }
            if (job.getJobStatus().get().isGloballyTerminalState() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the job did not read " + records + " records: it is "
                        + job.getJobStatus().get());
            }
            Thread.sleep(LOOK_AGAIN_MS);
        }
    }
}
