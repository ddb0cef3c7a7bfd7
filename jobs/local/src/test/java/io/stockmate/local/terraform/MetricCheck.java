package io.stockmate.local.terraform;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.pipelines.runtime.Step;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that what the agent sends are metrics that the code, or Flink itself, reports, that the labels in their names
 * are told apart, and that rows of several task managers are added where each has its own share.
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

    /** Of histograms, as they stand in the label; they are private to Flink's AbstractPrometheusReporter. */
    private static final Set<String> QUANTILES = Set.of("0.5", "0.75", "0.95", "0.98", "0.99", "0.999");

    /** The one that is sent of all shards together, for the alarms; another tells them apart. */
    private static final String OF_ALL_SHARDS = "behind";

    private static final Set<String> NAMES = names();

    /** Of which each task manager has another figure, and the highest counts. All else is a share of a sum. */
    private static final Set<String> HIGHEST = Set.of(
            MetricNames.CHECKPOINT_AGE_MS,
            MetricNames.COMMAND_TO_EVENT_MS,
            MetricNames.MATCHING_TIME_NS,
            MetricNames.MILLIS_BEHIND_LATEST,
            MetricNames.UNBALANCED_UNITS);

    private final Map<String, SentMetric> sent;
    private final Evaluation evaluation;
    private final List<String> findings = new ArrayList<>();

    private MetricCheck(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.sent = SentMetric.all(evaluation);
    }

    static List<String> findings(Evaluation evaluation) {
        MetricCheck check = new MetricCheck(evaluation);
        check.sent.forEach(check::isReported);
        check.sent.values().forEach(check::isOneFigure);
        check.declared();
        check.quantiles();
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

    private void isReported(String key, SentMetric metric) {
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
            if (key.equals(OF_ALL_SHARDS)) {
                inName.remove(MetricNames.SHARD_ID);
            }
            inName.stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label ->
                            findings.add("metric " + metric.name() + " is not told apart by its label " + label));
        }
        labels.removeAll(known);
        labels.forEach(label -> findings.add("metric " + metric.name() + " has no label " + label));
    }

    private void isOneFigure(SentMetric metric) {
        String own = metric.name().substring(metric.name().lastIndexOf('_') + 1);
        String expected = metric.name().startsWith(OF_JOBS) ? "one" : HIGHEST.contains(own) ? "max" : "sum";
        if (!metric.rows().equals(expected)) {
            findings.add(
                    "the rows of " + metric.name() + " make one figure by " + expected + ", not by " + metric.rows());
        }
    }

    /** The agent's configuration, as it stands in the config map, declares each, with its dimensions. */
    private void declared() {
        String agent = String.valueOf(evaluation.local("metrics_agent"));
        String scraping = String.valueOf(evaluation.local("scraping"));
        sent.values().forEach(metric -> {
            String declaration = "dimensions=[" + metric.labels() + "], metric_selectors=[^" + metric.name() + "$]";
            if (!agent.contains(declaration) || !scraping.contains(metric.name())) {
                findings.add("metric " + metric.name() + " is not sent by the agent");
            }
        });
    }

    /** Metrics without quantiles stay, too. */
    private void quantiles() {
        Set<String> quantiles = Values.texts(evaluation.local("sent_quantiles"));
        quantiles.stream()
                .filter(quantile -> !QUANTILES.contains(quantile))
                .forEach(quantile -> findings.add("quantile " + quantile + " is reported by no histogram"));
        String scraping = String.valueOf(evaluation.local("scraping"));
        if (!scraping.contains("{source_labels=[quantile], regex=|" + String.join("|", quantiles) + ", action=keep}")) {
            findings.add("of what has no quantile or one of " + quantiles + " not all is sent: " + scraping);
        }
    }

    private void deadLetters() {
        Set<String> reasons = new TreeSet<>();
        Arrays.stream(DeadLetterReason.values()).forEach(reason -> reasons.add(reason.name()));
        Set<String> here = Values.texts(evaluation.local("dead_letter_reasons"));
        if (!here.equals(reasons)) {
            findings.add("the reasons of dead letters are " + here + ", in the code " + reasons);
        }
        String decoder = Step.DECODE_COMMANDS.title().replace(' ', '_');
        if (!decoder.equals(evaluation.local("command_decoder"))) {
            findings.add("commands are decoded by " + decoder + ", not " + evaluation.local("command_decoder"));
        }
    }
}
