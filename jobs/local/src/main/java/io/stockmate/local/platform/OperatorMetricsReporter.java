package io.stockmate.local.platform;

import java.util.Properties;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Hands a cluster's metrics to its {@link OperatorMetrics}. Flink makes it, by its name. */
public final class OperatorMetricsReporter implements MetricReporter {
    private final OperatorMetrics metrics;

    private OperatorMetricsReporter(OperatorMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        metrics.added(metric, name, group);
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        metrics.removed(metric, name, group);
    }

    /** Found by Flink among the services of the class path. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new OperatorMetricsReporter(OperatorMetrics.of(properties.getProperty(OperatorMetrics.ID)));
        }
    }
}
