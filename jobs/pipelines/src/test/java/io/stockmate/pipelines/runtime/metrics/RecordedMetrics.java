package io.stockmate.pipelines.runtime.metrics;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/** Remembers the metrics registered with it under their path, labels included. */
final class RecordedMetrics implements MetricGroup {
    private final Map<String, Metric> metrics;
    private final String path;

    RecordedMetrics() {
        this(new TreeMap<>(), "");
    }

    private RecordedMetrics(Map<String, Metric> metrics, String path) {
        this.metrics = metrics;
        this.path = path;
    }

    /** Counters that have counted. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        metrics.forEach((name, metric) -> {
            if (metric instanceof Counter counter && counter.getCount() > 0) {
                counts.put(name, counter.getCount());
            }
        });
        return counts;
    }

    Metric metric(String name) {
        Metric metric = metrics.get(name);
        if (metric == null) {
            throw new AssertionError("no metric " + name + " among " + metrics.keySet());
        }
        return metric;
    }

    private <M extends Metric> M register(String name, M metric) {
        if (metrics.put(path + name, metric) != null) {
            throw new AssertionError("two metrics " + path + name);
        }
        return metric;
    }

    @Override
    public Counter counter(String name) {
        return counter(name, new SimpleCounter());
    }

    @Override
    public <C extends Counter> C counter(String name, C counter) {
        return register(name, counter);
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        return register(name, gauge);
    }

    @Override
    public <H extends Histogram> H histogram(String name, H histogram) {
        return register(name, histogram);
    }

    @Override
    public <M extends Meter> M meter(String name, M meter) {
        return register(name, meter);
    }

    @Override
    public MetricGroup addGroup(String name) {
        return new RecordedMetrics(metrics, path + name + ".");
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
        return new RecordedMetrics(metrics, path + key + "=" + value + ".");
    }

    @Override
    public String[] getScopeComponents() {
        return new String[0];
    }

    @Override
    public Map<String, String> getAllVariables() {
        return Map.of();
    }

    @Override
    public String getMetricIdentifier(String name) {
        return path + name;
    }

    @Override
    public String getMetricIdentifier(String name, CharacterFilter filter) {
        return path + name;
    }
}
