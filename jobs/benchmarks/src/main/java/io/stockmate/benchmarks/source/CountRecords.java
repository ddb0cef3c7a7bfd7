package io.stockmate.benchmarks.source;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.streaming.api.functions.sink.SinkFunction;

/**
 * Takes records and notes the CPU time of the process when it has a tenth of them, by when the job has started, and
 * when it has all. For parallelism 1 and one job at a time.
 */
final class CountRecords implements SinkFunction<ArrivedRecord> {
    private static final long serialVersionUID = 1;
    private static final int STARTED_AT = 10;

    /** The clock of a process on Linux moves by this much: what took less counts as this. */
    private static final long CPU_CLOCK_TICK_NS = 10_000_000;

    /** What was counted last; null until it is complete. */
    static final AtomicReference<Counted> LAST = new AtomicReference<>();

    private final long expected;
    private long seen;
    private long bytes;
    private long startedCpuNs;

    CountRecords(long expected) {
        this.expected = expected;
    }

    /**
     * What was counted.
     *
     * @param records in the time that counts
     * @param bytes of all records, so that both sources can be seen to have read the same
     */
    record Counted(long records, long bytes, long cpuNs) {
        double recordsPerCpuSecond() {
            return records * 1e9 / Math.max(cpuNs, CPU_CLOCK_TICK_NS);
        }
    }

    @Override
    public void invoke(ArrivedRecord record, Context context) {
        seen++;
        bytes += record.data().length;
        if (seen == expected / STARTED_AT) {
            startedCpuNs = cpuNs();
        }
        if (seen == expected) {
            LAST.set(new Counted(expected - expected / STARTED_AT, bytes, cpuNs() - startedCpuNs));
        }
    }

    private static long cpuNs() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
