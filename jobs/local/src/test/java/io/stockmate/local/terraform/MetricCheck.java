package io.stockmate.local.terraform;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.pipelines.runtime.Step;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks that what the agent sends are metrics that the code, or Flink itself, reports, that the labels in their names
 * are told apart, and that alarms and dashboard look at nothing else.
 */
final class MetricCheck {
    /** How Flink's reporter begins the name of what an operator reports; labels follow, then the operator's own name. */
    private static final String OF_OPERATORS = "flink_taskmanager_job_task_operator_";

    private static final String OF_JOBS = "flink_jobmanager_job_";

    /** What Flink reports of a job. Those of checkpoints are private to its CheckpointStatsTracker. */
    private static final Set<String> FLINKS_OWN = Set.of(
            org.apache.flink.runtime.metrics.MetricNames.NUM_RESTARTS,
            "numberOfCompletedCheckpoints",
            "numberOfFailedCheckpoints");

    /** Labels that Flink gives, or its reporter. */
    private static final Set<String> FLINKS_LABELS = Set.of("job_name", "operator_name", "quantile");

    private static final Set<String> NAMES = names();

    private final Map<String, Metric> sent = new TreeMap<>();
    private final Evaluation evaluation;
    private final List<String> findings = new ArrayList<>();

    /** @param labelsInOrder as Terraform has them */
    private record Metric(String name, Set<String> labels, String labelsInOrder) {}

    private MetricCheck(Evaluation evaluation) {
        this.evaluation = evaluation;
        map(evaluation.local("job_metrics"))
                .forEach((key, metric) -> sent.put(
                        key,
                        new Metric(
                                Functions.text(map(metric).get("name")),
                                texts(map(metric).get("labels")),
                                String.valueOf(map(metric).get("labels")))));
    }

    static List<String> findings(Evaluation evaluation) {
        MetricCheck check = new MetricCheck(evaluation);
        check.sent.values().forEach(check::isReported);
        check.declared();
        check.alarms();
        check.dashboard();
        check.deadLetters();
        return check.findings;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Field field : MetricNames.class.getFields()) {
            try {
                names.add(String.valueOf(field.get(null)));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return names;
    }

    private void isReported(Metric metric) {
        Set<String> known = new TreeSet<>(NAMES);
        known.addAll(FLINKS_LABELS);
        Set<String> labels = new TreeSet<>(metric.labels());
        if (metric.name().startsWith(OF_JOBS)) {
            if (!FLINKS_OWN.contains(metric.name().substring(OF_JOBS.length()))) {
                findings.add("metric " + metric.name() + " is none of Flink's");
            }
        } else {
            List<String> parts =
                    List.of(metric.name().replaceFirst(OF_OPERATORS, "").split("_", -1));
            if (!metric.name().startsWith(OF_OPERATORS) || !NAMES.containsAll(parts)) {
                findings.add("metric " + metric.name() + " is reported by no operator");
            }
            List<String> inName = new ArrayList<>(parts.subList(0, parts.size() - 1));
            inName.remove(MetricNames.SHARD_ID);
            inName.stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label ->
                            findings.add("metric " + metric.name() + " is not told apart by its label " + label));
        }
        labels.removeAll(known);
        labels.forEach(label -> findings.add("metric " + metric.name() + " has no label " + label));
    }

    /** The agent's configuration, as it stands in the config map, declares each, with its dimensions. */
    private void declared() {
        String agent = String.valueOf(evaluation.local("metrics_agent"));
        String scraping = String.valueOf(evaluation.local("scraping"));
        sent.values().forEach(metric -> {
            String declaration =
                    "dimensions=[" + metric.labelsInOrder() + "], metric_selectors=[^" + metric.name() + "$]";
            if (!agent.contains(declaration) || !scraping.contains(metric.name())) {
                findings.add("metric " + metric.name() + " is not sent by the agent");
            }
        });
    }

    private void alarms() {
        map(evaluation.local("job_alarms")).forEach((name, alarm) -> {
            Metric metric = sent.get(Functions.text(map(alarm).get("metric")));
            if (metric == null) {
                findings.add("alarm " + name + " watches " + map(alarm).get("metric") + ", which is not sent");
                return;
            }
            for (Object row : list(map(alarm).get("rows"))) {
                Set<String> dimensions = new TreeSet<>(map(row).keySet());
                if (!dimensions.equals(metric.labels())) {
                    findings.add("alarm " + name + " has the dimensions " + dimensions + ", " + metric.name() + " "
                            + metric.labels());
                }
            }
        });
    }

    private void dashboard() {
        Set<String> shown = new TreeSet<>();
        for (Object widget : list(evaluation.local("job_widgets"))) {
            shown.add(Functions.text(map(widget).get("metric")));
        }
        shown.stream()
                .filter(metric -> !sent.containsKey(metric))
                .forEach(metric -> findings.add("the dashboard shows " + metric + ", which is not sent"));
        sent.keySet().stream()
                .filter(metric -> !shown.contains(metric))
                .forEach(metric -> findings.add("the dashboard does not show " + metric));
    }

    private void deadLetters() {
        Set<String> reasons = new TreeSet<>();
        Arrays.stream(DeadLetterReason.values()).forEach(reason -> reasons.add(reason.name()));
        Set<String> here = texts(evaluation.local("dead_letter_reasons"));
        if (!here.equals(reasons)) {
            findings.add("the reasons of dead letters are " + here + ", in the code " + reasons);
        }
        String decoder = Step.DECODE_COMMANDS.title().replace(' ', '_');
        if (!decoder.equals(evaluation.local("command_decoder"))) {
            findings.add("commands are decoded by " + decoder + ", not " + evaluation.local("command_decoder"));
        }
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new TreeMap<>();
        if (value instanceof Map<?, ?> any) {
            any.forEach((key, each) -> map.put(String.valueOf(key), each));
        }
        return map;
    }

    private static List<Object> list(@Nullable Object value) {
        return value instanceof Collection<?> elements ? new ArrayList<>(elements) : List.of();
    }

    private static Set<String> texts(@Nullable Object value) {
        Set<String> texts = new TreeSet<>();
        list(value).forEach(text -> texts.add(Functions.text(text)));
        return texts;
    }
}
