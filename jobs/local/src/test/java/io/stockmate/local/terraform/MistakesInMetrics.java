package io.stockmate.local.terraform;

import java.util.List;

/** Metrics, alarms and dashboards of what nobody reports, or of something else than is meant. */
final class MistakesInMetrics {
    static final List<Mistake> ALL = List.of(
            new Mistake(
                    "metric that no operator reports",
                    "job_metrics.tf",
                    "operator_unbalancedUnits",
                    "operator_unbalancedUnit",
                    "metric flink_taskmanager_job_task_operator_unbalancedUnit is reported by no operator"),
            new Mistake(
                    "metric that Flink does not report",
                    "job_metrics.tf",
                    "flink_jobmanager_job_numRestarts",
                    "flink_jobmanager_job_restarts",
                    "metric flink_jobmanager_job_restarts is none of Flink's"),
            new Mistake(
                    "label that is no dimension",
                    "job_metrics.tf",
                    "labels = [\"job_name\", \"type\", \"reason\"]",
                    "labels = [\"job_name\", \"type\"]",
                    "operator_type_reason_rejects is not told apart by its label reason"),
            new Mistake(
                    "shards not told apart",
                    "job_metrics.tf",
                    "labels = [\"job_name\", \"operator_name\", \"shardId\"]",
                    "labels = [\"job_name\", \"operator_name\"]",
                    "operator_shardId_millisBehindLatest is not told apart by its label shardId"),
            new Mistake(
                    "label that there is not",
                    "job_metrics.tf",
                    "\"quantile\"",
                    "\"percentile\"",
                    "operator_matchingTimeNs has no label percentile"),
            new Mistake(
                    "quantile that there is not",
                    "job_metrics.tf",
                    "\"0.99\"",
                    "\"0.990\"",
                    "quantile 0.990 is reported by no histogram"),
            new Mistake(
                    "metrics dropped that have no quantiles",
                    "metrics.tf",
                    "concat([\"\"], local.sent_quantiles)",
                    "local.sent_quantiles",
                    "of what has no quantile or one of [0.5, 0.99] not all is sent"),
            new Mistake(
                    "metric that the agent does not take",
                    "metrics.tf",
                    "metric_selectors = [\"^${metric.name}$\"]",
                    "metric_selectors = [\"^stockmate_${metric.name}$\"]",
                    "metric flink_taskmanager_job_task_operator_commands is not sent by the agent"),
            new Mistake(
                    "alarm on a metric that is not sent",
                    "job_alarms.tf",
                    "\"unbalanced_units\"",
                    "\"unbalanced\"",
                    "alarm ledger-unbalanced watches unbalanced, which is not sent"),
            new Mistake(
                    "alarm that lacks a dimension",
                    "job_alarms.tf",
                    "operator_name = local.command_decoder, reason",
                    "reason",
                    "alarm dead-letters has the dimensions [job_name, reason],"
                            + " flink_taskmanager_job_task_operator_reason_deadLetters [job_name, operator_name, reason]"),
            new Mistake(
                    "dashboard of a metric that is not sent",
                    "dashboard.tf",
                    "metric = \"held_back\"",
                    "metric = \"waiting\"",
                    "the dashboard shows waiting, which is not sent"),
            new Mistake(
                    "metric on no dashboard",
                    "dashboard.tf",
                    "    { title = \"Gaps a minute\", metric = \"gaps\", grows_in = 60 },\n",
                    "",
                    "the dashboard does not show gaps"),
            new Mistake(
                    "reason of dead letters that nobody watches",
                    "job_alarms.tf",
                    "\"MALFORMED\", ",
                    "",
                    "the reasons of dead letters are [OVERSIZE,"),
            new Mistake(
                    "agent that may not write",
                    "metrics.tf",
                    "\"logs:DescribeLogStreams\", \"logs:PutLogEvents\"",
                    "\"logs:DescribeLogStreams\"",
                    "metrics lacks logs:PutLogEvents on ${aws_cloudwatch_log_group.metrics.arn}:*"),
            new Mistake(
                    "rows that are added of a metric that has one",
                    "job_metrics.tf",
                    "      name   = \"flink_jobmanager_job_numberOfFailedCheckpoints\"\n      labels = [\"job_name\"]\n"
                            + "      rows   = \"one\"",
                    "      name   = \"flink_jobmanager_job_numberOfFailedCheckpoints\"\n      labels = [\"job_name\"]\n"
                            + "      rows   = \"sum\"",
                    "the rows of flink_jobmanager_job_numberOfFailedCheckpoints make one figure by one, not by sum"),
            new Mistake(
                    "highest of a subtask's books",
                    "job_metrics.tf",
                    "operator_books\"\n      labels = [\"job_name\"]\n      rows   = \"sum\"",
                    "operator_books\"\n      labels = [\"job_name\"]\n      rows   = \"max\"",
                    "the rows of flink_taskmanager_job_task_operator_books make one figure by sum, not by max"),
            new Mistake(
                    "alarm of a job that there is not",
                    "job_alarms.tf",
                    "rows        = [{ job_name = \"accounting\" }]",
                    "rows        = [{ job_name = \"acounting\" }]",
                    "alarm ledger-unbalanced watches acounting, which is no job"),
            new Mistake(
                    "alarm in another namespace",
                    "job_alarms.tf",
                    "namespace   = local.metrics_namespace",
                    "namespace   = \"CWAgent\"",
                    "alarm demand-behind watches CWAgent, the agent writes Stockmate"),
            new Mistake(
                    "alarm on other rows than its own",
                    "job_alarms.tf",
                    "MAX(METRICS())",
                    "MAX(METRICS(\\\"x\\\"))",
                    "alarm demand-behind looks by MAX(METRICS(\"x\")) * 1 GreaterThanThreshold of Maximum"),
            new Mistake(
                    "alarm the other way round",
                    "job_alarms.tf",
                    "      beyond  = \"GreaterThanThreshold\"\n      seconds = 60",
                    "      beyond  = \"LessThanThreshold\"\n      seconds = 60",
                    "alarm demand-held-back looks by MAX(METRICS()) * 1 LessThanThreshold of Maximum"),
            new Mistake(
                    "alarm on one of several task managers",
                    "job_alarms.tf",
                    "local.row_counts[local.job_metrics[each.value.metric].rows] : 1",
                    "1 : 1",
                    "alarm dead-letters looks by SUM(DIFF(METRICS())) * 1 GreaterThanThreshold of Average"),
            new Mistake(
                    "dashboard in another namespace",
                    "dashboard.tf",
                    "'%s', %d)\", local.metrics_namespace,",
                    "'%s', %d)\", \"CWAgent\",",
                    "the dashboard shows books by SEARCH('{CWAgent,job_name}"),
            new Mistake(
                    "dashboard of the highest where it is a sum",
                    "dashboard.tf",
                    "rows == \"sum\" ? \"Average\"",
                    "rows == \"max\" ? \"Average\"",
                    "the dashboard shows books by SEARCH('{Stockmate,job_name}"
                            + " MetricName=\"flink_taskmanager_job_task_operator_books\"', 'Maximum', 60) * 4"),
            new Mistake(
                    "dashboard of one task manager of several",
                    "dashboard.tf",
                    "local.row_counts[local.job_metrics[widget.metric].rows] * ",
                    "1 * ",
                    "MetricName=\"flink_taskmanager_job_task_operator_books\"', 'Average', 60) * 1 instead of"));

    private MistakesInMetrics() {}
}
