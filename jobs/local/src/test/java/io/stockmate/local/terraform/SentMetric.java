package io.stockmate.local.terraform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric that the agent sends to CloudWatch.
 *
 * @param rows how the rows of several task managers make one figure: one, sum or max
 */
record SentMetric(String name, List<String> labels, String rows) {
    /** By what the stack calls them. */
    static Map<String, SentMetric> all(Evaluation evaluation) {
        Map<String, SentMetric> all = new TreeMap<>();
        Values.map(evaluation.local("job_metrics")).forEach((key, metric) -> {
            Map<String, Object> values = Values.map(metric);
            List<String> labels = Values.list(values.get("labels")).stream()
                    .map(Functions::text)
                    .toList();
            all.put(
                    key,
                    new SentMetric(Functions.text(values.get("name")), labels, Functions.text(values.get("rows"))));
        });
        return all;
    }

    /** By what the average of its rows, or the highest of them, is multiplied. */
    String factor(String statistic, String parallelism) {
        return statistic.equals("Average") && rows.equals("sum") ? parallelism : "1";
    }
}
