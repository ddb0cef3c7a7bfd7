package io.stockmate.local.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that alarms on what jobs report look at rows that there are, all of them, and in a way that can alarm. */
final class AlarmCheck {
    /** Metrics that are -1 where they are not known. */
    private static final Set<String> MAY_BE_NEGATIVE = Set.of("behind", "unbalanced_units");

    private final Evaluation evaluation;
    private final Block resource;
    private final Map<String, SentMetric> sent;
    private final Set<String> jobs;
    private final String namespace;
    private final List<String> findings = new ArrayList<>();

    private AlarmCheck(Stack stack, Evaluation evaluation) {
        this.evaluation = evaluation;
        this.resource = stack.resources().get("aws_cloudwatch_metric_alarm.job");
        this.sent = SentMetric.all(evaluation);
        this.jobs = Values.map(evaluation.local("jobs")).keySet();
        this.namespace = Functions.text(evaluation.local("metrics_namespace"));
    }

    static List<String> findings(Stack stack, Evaluation evaluation) {
        AlarmCheck check = new AlarmCheck(stack, evaluation);
        check.evaluation.instances(check.resource).forEach(check::alarm);
        return check.findings;
    }

    private void alarm(String name, Map<String, Object> names) {
        Map<String, Object> alarm = Values.map(Values.map(names.get("each")).get("value"));
        SentMetric metric = sent.get(Functions.text(alarm.get("metric")));
        if (metric == null) {
            findings.add("alarm " + name + " watches " + alarm.get("metric") + ", which is not sent");
            return;
        }
        look(name, metric, names);
        for (Object row : Values.list(alarm.get("rows"))) {
            row(name, metric, Values.map(row), names);
        }
    }

    private void row(String name, SentMetric metric, Map<String, Object> row, Map<String, Object> names) {
        Set<String> labels = new TreeSet<>(metric.labels());
        if (!row.keySet().equals(labels)) {
            findings.add("alarm " + name + " has the dimensions " + new TreeSet<>(row.keySet()) + ", " + metric.name()
                    + " " + metric.labels());
        }
        if (!jobs.contains(Functions.text(row.get("job_name")))) {
            findings.add("alarm " + name + " watches " + row.get("job_name") + ", which is no job");
        }
        Map<String, Object> inner = new HashMap<>(names);
        inner.put("metric_query", Map.of("key", "m0", "value", row));
        String watched = text(watched(), "namespace", inner);
        if (!watched.equals(namespace)) {
            findings.add("alarm " + name + " watches " + watched + ", the agent writes " + namespace);
        }
        if (!text(watched(), "metric_name", inner).equals(metric.name())
                || !text(watched(), "dimensions", inner).equals(Functions.text(row))) {
            findings.add("alarm " + name + " watches something else than " + metric.name() + " " + row);
        }
    }

    /** The highest of its rows, or how much all have grown: by all rows, and more than a threshold. */
    private void look(String name, SentMetric metric, Map<String, Object> names) {
        String expression = text(resource.blocks("metric_query").get(0), "expression", names);
        String comparison = text(resource, "comparison_operator", names);
        Map<String, Object> inner = new HashMap<>(names);
        inner.put("metric_query", Map.of("key", "m0", "value", Map.of()));
        String statistic = text(watched(), "stat", inner);
        String factor = metric.factor(statistic, Functions.text(evaluation.variable("job_parallelism")));
        String expected = (statistic.equals("Average") ? "SUM(DIFF(METRICS())) * " : "MAX(METRICS()) * ") + factor;
        boolean canAlarm = comparison.equals("GreaterThanThreshold")
                || comparison.equals("LessThanThreshold") && mayBeNegative(names);
        if (!expression.equals(expected) || !canAlarm) {
            findings.add("alarm " + name + " looks by " + expression + " " + comparison + " of " + statistic);
        }
    }

    private static boolean mayBeNegative(Map<String, Object> names) {
        Object metric = Values.map(Values.map(names.get("each")).get("value")).get("metric");
        return MAY_BE_NEGATIVE.contains(Functions.text(metric));
    }

    private Block watched() {
        return resource.blocks("dynamic")
                .get(0)
                .blocks("content")
                .get(0)
                .blocks("metric")
                .get(0);
    }

    private String text(Block block, String argument, Map<String, Object> names) {
        return Functions.text(evaluation.value(block.argument(argument), names));
    }
}
