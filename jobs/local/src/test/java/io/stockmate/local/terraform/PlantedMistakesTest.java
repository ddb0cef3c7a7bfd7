package io.stockmate.local.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PlantedMistakesTest {
    private static final TerraformCheck CHECK = new TerraformCheck(TerraformTest.DIRECTORY);
    private static final Map<String, String> TEXTS = Stack.texts(TerraformTest.DIRECTORY);

    /**
     * @param right text of the file
     * @param wrong what takes its place
     * @param found a line that the check prints
     */
    private record Mistake(String kind, String file, String right, String wrong, String found) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(
                    "wrong argument",
                    "streams.tf",
                    "retention_period",
                    "retention_hours",
                    "streams.tf:8: aws_kinesis_stream.this takes no argument retention_hours"),
            new Mistake(
                    "missing required argument",
                    "eks.tf",
                    "  role_arn                  = aws_iam_role.cluster.arn\n",
                    "",
                    "eks.tf:9: aws_eks_cluster.this lacks the argument role_arn"),
            new Mistake(
                    "unknown block",
                    "streams.tf",
                    "stream_mode_details {",
                    "stream_mode {",
                    "streams.tf:17: aws_kinesis_stream.this takes no block stream_mode"),
            new Mistake(
                    "missing required block",
                    "eks.tf",
                    "  scaling_config {\n    desired_size = var.node_count\n    min_size     = var.node_count\n"
                            + "    max_size     = var.node_count + 1\n  }\n",
                    "",
                    "aws_eks_node_group.this lacks the block scaling_config"),
            new Mistake(
                    "block twice",
                    "orders.tf",
                    "  point_in_time_recovery {\n    enabled = true\n  }\n",
                    "  point_in_time_recovery {\n"
                            + "    enabled = true\n"
                            + "  }\n"
                            + "  point_in_time_recovery {\n"
                            + "    enabled = true\n"
                            + "  }\n",
                    "aws_dynamodb_table.orders takes one block point_in_time_recovery only"),
            new Mistake(
                    "wrong argument in a nested block",
                    "firehose.tf",
                    "log_group_name  = aws",
                    "log_group       = aws",
                    "aws_kinesis_firehose_delivery_stream.this extended_s3_configuration cloudwatch_logging_options"
                            + " takes no argument log_group"),
            new Mistake(
                    "unknown type",
                    "orders.tf",
                    "\"aws_dynamodb_table\" \"orders\"",
                    "\"aws_dynamo_table\" \"orders\"",
                    "orders.tf:3: aws_dynamo_table is not in terraform/schema"),
            new Mistake(
                    "wrong attribute",
                    "outputs.tf",
                    "aws_db_instance.ledger.address",
                    "aws_db_instance.ledger.hostname",
                    "aws_db_instance.ledger has no attribute hostname"),
            new Mistake(
                    "wrong attribute of a nested object",
                    "outputs.tf",
                    "master_user_secret[0].secret_arn",
                    "master_user_secret[0].arn",
                    "aws_db_instance.ledger.master_user_secret has no attribute arn"),
            new Mistake(
                    "resource that is not declared",
                    "orders.tf",
                    "aws_kms_key.this[\"streams\"]",
                    "aws_kms_key.keys[\"streams\"]",
                    "orders.tf:16: aws_kms_key.keys is not declared"),
            new Mistake(
                    "instance that there is not",
                    "iam.tf",
                    "aws_kinesis_stream.this[\"alerts\"].arn]\n  }\n}",
                    "aws_kinesis_stream.this[\"alarms\"].arn]\n  }\n}",
                    "aws_kinesis_stream.this has no instance alarms, only commands, events, alerts"),
            new Mistake(
                    "instance not chosen",
                    "orders.tf",
                    "aws_kms_key.this[\"streams\"].arn",
                    "aws_kms_key.this.arn",
                    "aws_kms_key.this has several instances: choose one in brackets"),
            new Mistake(
                    "unknown function",
                    "network.tf",
                    "cidrsubnet(",
                    "cidr_subnet(",
                    "network.tf:19: the function cidr_subnet is not known"),
            new Mistake(
                    "undeclared variable",
                    "streams.tf",
                    "var.stream_retention_hours",
                    "var.retention",
                    "streams.tf:8: the variable retention is not declared"),
            new Mistake(
                    "unused variable",
                    "streams.tf",
                    "var.stream_retention_hours",
                    "24",
                    "the variable stream_retention_hours is not used"),
            new Mistake(
                    "undeclared local value",
                    "streams.tf",
                    "local.streams",
                    "local.stream",
                    "streams.tf:4: the local value stream is not declared"),
            new Mistake(
                    "unused local value",
                    "names.tf",
                    "https_port    = 443",
                    "https_port    = 443\n  http_port     = 80",
                    "names.tf:40: the local value http_port is not used"),
            new Mistake(
                    "untyped variable",
                    "variables.tf",
                    "  type        = string\n  default     = \"stockmate\"",
                    "  default     = \"stockmate\"",
                    "variables.tf:1: the variable name has no type"),
            new Mistake(
                    "undescribed variable",
                    "variables.tf",
                    "  description = \"AWS region\"\n",
                    "",
                    "the variable region has no description"),
            new Mistake(
                    "unvalidated variable",
                    "variables.tf",
                    "  validation {\n    condition     = var.ledger_standby != null\n"
                            + "    error_message = \"ledger_standby: true or false.\"\n  }\n",
                    "",
                    "the variable ledger_standby has no validation"),
            new Mistake(
                    "undescribed output",
                    "outputs.tf",
                    "  description = \"Root of the lake's tables\"\n",
                    "",
                    "outputs.tf:6: the output lake has no description"),
            new Mistake(
                    "value for no variable",
                    "test.tfvars",
                    "budget_usd ",
                    "budget_eur ",
                    "test.tfvars: the variable budget_eur is not declared"),
            new Mistake(
                    "variable without a value",
                    "production.tfvars",
                    "budget_usd                = 5000\n",
                    "",
                    "production.tfvars: budget_usd is not set"),
            new Mistake(
                    "wrong name of a stream",
                    "names.tf",
                    "[\"commands\", \"events\", \"alerts\"]",
                    "[\"commands\", \"events\", \"alarms\"]",
                    "the streams are [alarms, commands, events], in the code [alerts, commands, events]"),
            new Mistake(
                    "wrong name of a job",
                    "names.tf",
                    "anomaly = {",
                    "anomalies = {",
                    "the jobs are [accounting, anomalies, demand, matching], in the code [accounting, anomaly, demand,"
                            + " matching]"),
            new Mistake(
                    "class of another job",
                    "names.tf",
                    "pipelines.demand.DemandJob",
                    "pipelines.demand.ForecastJob",
                    "the job demand begins in io.stockmate.pipelines.demand.ForecastJob, in the code in"
                            + " io.stockmate.pipelines.demand.DemandJob"),
            new Mistake(
                    "table that the lake does not have",
                    "names.tf",
                    "\"transfer\", \"usage\"",
                    "\"transfers\", \"usage\"",
                    "demand, execution_report, forecast, forecast_score, order_cancel_reject, stock_level, suggestion,"
                            + " top_of_book, trade, trade_corrected, transfers, usage], in the code"),
            new Mistake(
                    "tables read from a place where there are none",
                    "glue.tf",
                    "fileset(\"${path.module}/../lake/tables\"",
                    "fileset(\"${path.module}/../lake/schema\"",
                    "the tables of Glue are [], in the code [accepted,"),
            new Mistake(
                    "resource *",
                    "iam.tf",
                    "resources = [aws_dynamodb_table.orders.arn]",
                    "resources = [\"*\"]",
                    "accounting is granted [dynamodb:PutItem] on everything"),
            new Mistake(
                    "action *",
                    "iam.tf",
                    "\"dynamodb:PutItem\"",
                    "\"dynamodb:*\"",
                    "accounting is granted all of dynamodb:*"),
            new Mistake(
                    "action missing",
                    "iam.tf",
                    "actions   = [\"firehose:PutRecordBatch\"]\n"
                            + "    resources = [aws_kinesis_firehose_delivery_stream.this[\"order-status\"].arn]",
                    "actions   = [\"firehose:PutRecord\"]\n"
                            + "    resources = [aws_kinesis_firehose_delivery_stream.this[\"order-status\"].arn]",
                    "matching lacks firehose:PutRecordBatch on"
                            + " ${aws_kinesis_firehose_delivery_stream.this[\"order-status\"].arn}"),
            new Mistake(
                    "stream of another job",
                    "iam.tf",
                    "sid       = \"PublishAlerts\"\n    actions   = [\"kinesis:PutRecords\"]\n"
                            + "    resources = [aws_kinesis_stream.this[\"alerts\"].arn]",
                    "sid       = \"PublishAlerts\"\n    actions   = [\"kinesis:PutRecords\"]\n"
                            + "    resources = [aws_kinesis_stream.this[\"alerts\"].arn,"
                            + " aws_kinesis_stream.this[\"commands\"].arn]",
                    "anomaly does not need kinesis:PutRecords on ${aws_kinesis_stream.this[\"commands\"].arn}"),
            new Mistake(
                    "prefix of another job",
                    "iam.tf",
                    "[\"${aws_s3_bucket.this[\"state\"].arn}/${each.key}/*\"]",
                    "[\"${aws_s3_bucket.this[\"state\"].arn}/*\"]",
                    "demand does not need s3:PutObject on ${aws_s3_bucket.this[\"state\"].arn}/*"),
            new Mistake(
                    "job without a role",
                    "iam.tf",
                    "    demand     = data.aws_iam_policy_document.demand.json\n",
                    "",
                    "the job demand has no role with a policy"),
            new Mistake(
                    "property group that the code does not know",
                    "flink.tf",
                    "\"anomaly.lake\"  ",
                    "\"anomaly.data\"  ",
                    "property group anomaly.data is not known; those of anomaly are anomaly, anomaly.advice,"),
            new Mistake(
                    "property group of no job",
                    "flink.tf",
                    "\"demand.lake\"  ",
                    "\"demnd.lake\"  ",
                    "property group demnd.lake belongs to no job"),
            new Mistake(
                    "property that the code does not know",
                    "flink.tf",
                    "\"execution.checkpointing.timeout\"",
                    "\"execution.checkpoint.timeout\"",
                    "property group matching.flink: execution.checkpoint.timeout is not known"),
            new Mistake(
                    "value that the code refuses",
                    "flink.tf",
                    "\"10 min\"",
                    "\"10 minuets\"",
                    "property group accounting.flink: execution.checkpointing.timeout = 10 minuets is not"),
            new Mistake(
                    "stream of another group",
                    "flink.tf",
                    "\"demand.events\"          = local.in_region",
                    "\"demand.events\"         = { \"stream.name\" = \"alerts\" }",
                    "property group demand.events names alerts instead of events"),
            new Mistake(
                    "class that there is not",
                    "clock.tf",
                    "io.stockmate.producers.ClockProgram",
                    "io.stockmate.producers.Clock",
                    "nothing names io.stockmate.producers.ClockProgram"),
            new Mistake(
                    "clock on the wrong stream",
                    "flink.tf",
                    "{ \"stream.name\" = aws_kinesis_stream.this[\"commands\"].name }",
                    "{ \"stream.name\" = aws_kinesis_stream.this[\"alerts\"].name }",
                    "the clock reads events and writes alerts"),
            new Mistake(
                    "wrong port",
                    "ledger.tf",
                    "from_port                    = local.postgres_port",
                    "from_port                    = 3306",
                    "the job connects to port 5432 of Postgres, but aws_vpc_security_group_ingress_rule.ledger has port"
                            + " 3306"),
            new Mistake(
                    "metric that no operator reports",
                    "metrics.tf",
                    "operator_unbalancedUnits",
                    "operator_unbalancedUnit",
                    "metric flink_taskmanager_job_task_operator_unbalancedUnit is reported by no operator"),
            new Mistake(
                    "metric that Flink does not report",
                    "metrics.tf",
                    "flink_jobmanager_job_numRestarts",
                    "flink_jobmanager_job_restarts",
                    "metric flink_jobmanager_job_restarts is none of Flink's"),
            new Mistake(
                    "label that is no dimension",
                    "metrics.tf",
                    "labels = [\"job_name\", \"type\", \"reason\"]",
                    "labels = [\"job_name\", \"type\"]",
                    "operator_type_reason_rejects is not told apart by its label reason"),
            new Mistake(
                    "label that there is not",
                    "metrics.tf",
                    "\"quantile\"",
                    "\"percentile\"",
                    "operator_matchingTimeNs has no label percentile"),
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
                    "metrics lacks logs:PutLogEvents on ${aws_cloudwatch_log_group.metrics.arn}:*"));

    @TestFactory
    Stream<DynamicTest> isFound() {
        return MISTAKES.stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.kind(), () -> {
                    String text = TEXTS.get(mistake.file());
                    assertThat(text).contains(mistake.right());
                    Map<String, String> texts = new TreeMap<>(TEXTS);
                    texts.put(mistake.file(), text.replace(mistake.right(), mistake.wrong()));
                    assertThat(CHECK.findings(texts)).anyMatch(line -> line.contains(mistake.found()));
                }));
    }

    @Test
    void textThatIsNoHclIsRefusedWithItsPlace() {
        Map<String, String> texts = new TreeMap<>(TEXTS);
        texts.put("orders.tf", "resource \"aws_dynamodb_table\" \"orders\" {\n  name = \n}\n");
        assertThatThrownBy(() -> CHECK.findings(texts)).hasMessageStartingWith("orders.tf:2: expected a name");
    }
}
