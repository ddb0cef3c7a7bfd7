package io.stockmate.local.terraform;

import java.util.List;

/** Names that the code does not know, and rights that it does not need, or lacks. */
final class MistakesInNames {
    static final List<Mistake> ALL = List.of(
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
                            + " 3306"));

    private MistakesInNames() {}
}
