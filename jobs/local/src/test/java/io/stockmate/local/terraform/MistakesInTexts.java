package io.stockmate.local.terraform;

import java.util.List;

/** Mistakes in types, arguments, references and variables. */
final class MistakesInTexts {
    static final List<Mistake> ALL = List.of(
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
                    "production.tfvars: budget_usd is not set"));

    private MistakesInTexts() {}
}
