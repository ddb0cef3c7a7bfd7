package io.stockmate.local.platform;

import io.stockmate.pipelines.runtime.MetricNames;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.Metric;
import org.jspecify.annotations.Nullable;

/** What the operators of one cluster report, read in the same JVM. */
final class OperatorMetrics implements AutoCloseable {
    static final String ID = "id";

    /** What the Kinesis source reports of each shard: how far behind it is, and less than 0 before its first look. */
    private static final String SHARD_LAG = "millisBehindLatest";

    private static final Map<String, OperatorMetrics> OPEN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final Set<Histogram> matchingTimes = ConcurrentHashMap.newKeySet();

    private final Set<Gauge<?>> shardLags = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Gauge<?> restarts;

    private OperatorMetrics() {}

    static OperatorMetrics open() {
        OperatorMetrics metrics = new OperatorMetrics();
        OPEN.put(metrics.id, metrics);
        return metrics;
    }

    /** Those that a cluster's reporter was started for. */
    static OperatorMetrics of(String id) {
        OperatorMetrics metrics = OPEN.get(id);
        if (metrics == null) {
            throw new IllegalArgumentException("no metrics are open under " + id);
        }
        return metrics;
    }

    /** Has a cluster of this configuration report here. */
    void reportTo(Configuration configuration) {
        Configuration reporter = MetricOptions.forReporter(configuration, "local");
        reporter.set(MetricOptions.REPORTER_FACTORY_CLASS, OperatorMetricsReporter.Factory.class.getName());
        configuration.setString("metrics.reporter.local." + ID, id);
    }

    void added(Metric metric, String name) {
        if (name.equals(MetricNames.MATCHING_TIME_NS) && metric instanceof Histogram histogram) {
            matchingTimes.add(histogram);
        } else if (name.equals(org.apache.flink.runtime.metrics.MetricNames.NUM_RESTARTS)
                && metric instanceof Gauge<?> gauge) {
            restarts = gauge;
        } else if (name.equals(SHARD_LAG) && metric instanceof Gauge<?> gauge) {
            shardLags.add(gauge);
        }
    }

    void removed(Metric metric) {
        if (metric instanceof Histogram histogram) {
            matchingTimes.remove(histogram);
        } else if (metric instanceof Gauge<?> gauge) {
            shardLags.remove(gauge);
        }
    }

    /** How long recent commands stayed in the operator; of several subtasks the slowest counts. */
    OperatorTimes matchingTimes() {
        OperatorTimes slowest = OperatorTimes.NONE;
        for (Histogram histogram : matchingTimes) {
            HistogramStatistics statistics = histogram.getStatistics();
            slowest = slowest.orSlower(new OperatorTimes(
                    (long) statistics.getQuantile(0.5), (long) statistics.getQuantile(0.99), statistics.getMax()));
        }
        return slowest;
    }

    /** How many shards the source has begun to read. */
    long shardsRead() {
        return shardLags.stream()
                .filter(lag -> lag.getValue() instanceof Number millis && millis.longValue() >= 0)
                .count();
    }

    /** How often the job was restarted. */
    long restarts() {
        Gauge<?> gauge = restarts;
        return gauge != null && gauge.getValue() instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public void close() {
        OPEN.remove(id);
    }
}
