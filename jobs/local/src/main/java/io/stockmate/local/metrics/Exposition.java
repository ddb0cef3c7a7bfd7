package io.stockmate.local.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of a cluster in Prometheus' text format, version 0.0.4, under the names and labels that Flink's own
 * reporter for Prometheus gives them on a cluster in AWS, so that one dashboard serves both. Flink's listens on all
 * interfaces, whatever it is told.
 */
public final class Exposition {
    private static final Logger LOG = LoggerFactory.getLogger(Exposition.class);
    private static final double[] QUANTILES = {0.5, 0.75, 0.95, 0.98, 0.99, 0.999};
    private static final CharacterFilter NAMES = Exposition::allowed;

    private final Map<Series, Metric> all = new ConcurrentHashMap<>();

    private record Series(String name, String labels) {}

    /** Takes a metric up. */
    public void add(Metric metric, String name, MetricGroup group) {
        all.put(series(name, group), metric);
    }

    /** Leaves one out from now on; another that took its name and labels stays. */
    public void remove(Metric metric, String name, MetricGroup group) {
        all.remove(series(name, group), metric);
    }

    private static Series series(String name, MetricGroup group) {
        String scope = LogicalScopeProvider.castFrom(group).getLogicalScope(NAMES, '_');
        StringBuilder labels = new StringBuilder();
        new TreeMap<>(group.getAllVariables())
                .forEach((variable, value) -> labels.append(labels.length() == 0 ? "" : ",")
                        .append(allowed(variable.substring(1, variable.length() - 1)))
                        .append("=\"")
                        .append(allowed(value))
                        .append('"'));
        return new Series("flink_" + scope + "_" + allowed(name), labels.toString());
    }

    /** All values as they are now; texts, which Prometheus has no values for, and what fails are left out. */
    public String text() {
        Map<String, List<String>> families = new TreeMap<>();
        all.forEach((series, metric) -> {
            List<String> lines = families.computeIfAbsent(series.name(), name -> new ArrayList<>());
            try {
                lines.addAll(lines(series, metric));
            } catch (RuntimeException failure) {
                LOG.debug("{} cannot be read", series, failure);
            }
        });
        StringBuilder text = new StringBuilder();
        families.forEach((name, lines) -> {
            if (!lines.isEmpty()) {
                boolean summary = lines.get(0).contains("quantile=");
                text.append("# TYPE ").append(name).append(summary ? " summary\n" : " gauge\n");
                lines.stream().sorted().forEach(line -> text.append(line).append('\n'));
            }
        });
        return text.toString();
    }

    private static List<String> lines(Series series, Metric metric) {
        if (metric instanceof Histogram histogram) {
            return summary(histogram, series);
        }
        Double value = value(metric);
        return value == null ? List.of() : List.of(line(series.name(), series.labels(), value));
    }

    private static List<String> summary(Histogram histogram, Series series) {
        List<String> lines = new ArrayList<>();
        HistogramStatistics statistics = histogram.getStatistics();
        for (double quantile : QUANTILES) {
            String labels = series.labels() + (series.labels().isEmpty() ? "" : ",") + "quantile=\"" + quantile + "\"";
            lines.add(line(series.name(), labels, statistics.getQuantile(quantile)));
        }
        lines.add(line(series.name() + "_count", series.labels(), histogram.getCount()));
        return lines;
    }

    /** Counters are told as gauges, as Flink does: they begin again when a job restarts. */
    private static @Nullable Double value(Metric metric) {
        if (metric instanceof Counter counter) {
            return (double) counter.getCount();
        }
        if (metric instanceof Meter meter) {
            return meter.getRate();
        }
        if (metric instanceof Gauge<?> gauge) {
            Object value = gauge.getValue();
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            return value instanceof Boolean truth ? Double.valueOf(truth ? 1 : 0) : null;
        }
        return null;
    }

    private static String line(String name, String labels, double value) {
        String number = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%s", value);
        return name + "{" + labels + "} " + number;
    }

    private static String allowed(String text) {
        return text.replaceAll("[^a-zA-Z0-9:_]", "_");
    }
}
