package io.stockmate.local.platform;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.local.metrics.Exposition;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;

/** What the operators of one cluster report, read in the same JVM. */
final class OperatorMetrics implements AutoCloseable {
    static final String ID = "id";

    private static final String SHARD_LABEL = ScopeFormat.asVariable(MetricNames.SHARD_ID);

    private static final Map<String, OperatorMetrics> OPEN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final Set<Histogram> matchingTimes = ConcurrentHashMap.newKeySet();
    private final Map<Gauge<?>, Origin> shardLags = new ConcurrentHashMap<>();
    private final Map<Gauge<?>, Origin> shardPlaces = new ConcurrentHashMap<>();
    private final Map<Gauge<?>, Origin> restarts = new ConcurrentHashMap<>();

    private final Exposition exposition = new Exposition();

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

    /** Where a metric comes from. A job that restarts reports the same again. */
    private record Origin(String job, String operator, String shardId) {
        static Origin of(Map<String, String> labels) {
            return new Origin(
                    labels.getOrDefault(ScopeFormat.SCOPE_JOB_NAME, ""),
                    labels.getOrDefault(ScopeFormat.SCOPE_OPERATOR_NAME, ""),
                    labels.getOrDefault(SHARD_LABEL, ""));
        }
    }

    /** All of them, as Prometheus reads them. */
    Exposition exposition() {
        return exposition;
    }

    void added(Metric metric, String name, MetricGroup group) {
        exposition.add(metric, name, group);
        Map<String, String> labels = group.getAllVariables();
        if (name.equals(MetricNames.MATCHING_TIME_NS) && metric instanceof Histogram histogram) {
            matchingTimes.add(histogram);
        } else if (metric instanceof Gauge<?> gauge) {
            switch (name) {
                case org.apache.flink.runtime.metrics.MetricNames.NUM_RESTARTS ->
                    restarts.put(gauge, Origin.of(labels));
                case MetricNames.MILLIS_BEHIND_LATEST -> shardLags.put(gauge, Origin.of(labels));
                case MetricNames.EMITTED_UP_TO -> shardPlaces.put(gauge, Origin.of(labels));
                default -> {}
            }
        }
    }

    void removed(Metric metric, String name, MetricGroup group) {
        exposition.remove(metric, name, group);
        if (metric instanceof Histogram histogram) {
            matchingTimes.remove(histogram);
        } else if (metric instanceof Gauge<?> gauge) {
            shardLags.remove(gauge);
            shardPlaces.remove(gauge);
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

    /** How many shards of its input a job has begun to read. */
    long shardsRead(Job job) {
        return millisBehind(job).values().stream().filter(millis -> millis >= 0).count();
    }

    /** By shard of a job's input, how far behind the newest record it was at its last look, in milliseconds. */
    Map<String, Long> millisBehind(Job job) {
        return ofInput(job, shardLags)
                .collect(Collectors.toMap(lag -> lag.getValue().shardId(), lag -> number(lag.getKey()), Math::max));
    }

    /** By shard of a job's input, the sequence number of the last record that its source has emitted. */
    Map<String, String> emittedUpTo(Job job) {
        return ofInput(job, shardPlaces)
                .collect(Collectors.toMap(
                        place -> place.getValue().shardId(),
                        place -> String.valueOf(place.getKey().getValue()),
                        (one, other) ->
                                new BigInteger("0" + one).compareTo(new BigInteger("0" + other)) < 0 ? other : one));
    }

    /** How often a job was restarted. */
    long restarts(Job job) {
        return of(job, restarts).mapToLong(gauge -> number(gauge.getKey())).sum();
    }

    /** Shards of two streams may have the same ids. */
    private static Stream<Map.Entry<Gauge<?>, Origin>> ofInput(Job job, Map<Gauge<?>, Origin> gauges) {
        return of(job, gauges).filter(gauge -> job.isReader(gauge.getValue().operator()));
    }

    private static Stream<Map.Entry<Gauge<?>, Origin>> of(Job job, Map<Gauge<?>, Origin> gauges) {
        return gauges.entrySet().stream().filter(gauge -> gauge.getValue().job().equals(job.jobName()));
    }

    private static long number(Gauge<?> gauge) {
        return gauge.getValue() instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public void close() {
        OPEN.remove(id);
    }
}
