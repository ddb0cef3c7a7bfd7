# Roles of the jobs and of the clock (merging and metrics have theirs in merge.tf and metrics.tf): each may read and write
# its own streams and prefixes and nothing else.

locals {
  issuer = trimprefix(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")

  job_policies = {
    matching   = data.aws_iam_policy_document.matching.json
    anomaly    = data.aws_iam_policy_document.anomaly.json
    demand     = data.aws_iam_policy_document.demand.json
    accounting = data.aws_iam_policy_document.accounting.json
  }
}

# Only the service account of this name, in our namespace, may take the role.
data "aws_iam_policy_document" "service_account" {
  for_each = toset(concat(keys(local.jobs), ["clock", "merge", "metrics"]))

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = ["system:serviceaccount:${local.namespace}:${each.key}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "job" {
  for_each = local.jobs

  name               = "${var.name}-${each.key}"
  assume_role_policy = data.aws_iam_policy_document.service_account[each.key].json
}

resource "aws_iam_role_policy" "job" {
  for_each = local.jobs

  name   = "job"
  role   = aws_iam_role.job[each.key].id
  policy = local.job_policies[each.key]
}

# What every job does: its tables in the lake, its checkpoints, and the keys of both and of the streams.
data "aws_iam_policy_document" "job" {
  for_each = local.jobs

  statement {
    sid     = "WriteOwnTablesAndState"
    actions = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
    resources = concat(
      [for table in each.value.tables : "${aws_s3_bucket.this["lake"].arn}/lake/${table}/*"],
      ["${aws_s3_bucket.this["state"].arn}/${each.key}/*"]
    )
  }

  statement {
    sid       = "ListLake"
    actions   = ["s3:ListBucket", "s3:ListBucketMultipartUploads"]
    resources = [aws_s3_bucket.this["lake"].arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = [for table in each.value.tables : "lake/${table}/*"]
    }
  }

  statement {
    sid       = "ListState"
    actions   = ["s3:ListBucket", "s3:ListBucketMultipartUploads"]
    resources = [aws_s3_bucket.this["state"].arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["${each.key}/*"]
    }
  }

  statement {
    sid       = "UseKeys"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this["lake"].arn, aws_kms_key.this["streams"].arn]
  }
}

data "aws_iam_policy_document" "matching" {
  source_policy_documents = [data.aws_iam_policy_document.job["matching"].json]

  statement {
    sid       = "ReadCommands"
    actions   = ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.this["commands"].arn]
  }

  statement {
    sid       = "PublishEvents"
    actions   = ["kinesis:PutRecords"]
    resources = [aws_kinesis_stream.this["events"].arn]
  }

  statement {
    sid       = "ReportOrderStatuses"
    actions   = ["firehose:PutRecordBatch"]
    resources = [aws_kinesis_firehose_delivery_stream.this["order-status"].arn]
  }
}

data "aws_iam_policy_document" "anomaly" {
  source_policy_documents = [data.aws_iam_policy_document.job["anomaly"].json]

  statement {
    sid       = "ReadEvents"
    actions   = ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.this["events"].arn]
  }

  statement {
    sid       = "PublishAlerts"
    actions   = ["kinesis:PutRecords"]
    resources = [aws_kinesis_stream.this["alerts"].arn]
  }
}

data "aws_iam_policy_document" "demand" {
  source_policy_documents = [data.aws_iam_policy_document.job["demand"].json]

  statement {
    sid       = "ReadEvents"
    actions   = ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.this["events"].arn]
  }

  statement {
    sid       = "PublishSuggestions"
    actions   = ["kinesis:PutRecords"]
    resources = [aws_kinesis_stream.this["alerts"].arn]
  }
}

data "aws_iam_policy_document" "accounting" {
  source_policy_documents = [data.aws_iam_policy_document.job["accounting"].json]

  statement {
    sid       = "ReadEventsAndAlerts"
    actions   = ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.this["events"].arn, aws_kinesis_stream.this["alerts"].arn]
  }

  statement {
    sid       = "DeliverAccounting"
    actions   = ["firehose:PutRecordBatch"]
    resources = [aws_kinesis_firehose_delivery_stream.this["accounting"].arn]
  }

  statement {
    sid       = "UpdateOrders"
    actions   = ["dynamodb:PutItem"]
    resources = [aws_dynamodb_table.orders.arn]
  }

  statement {
    sid     = "SignInToPostgres"
    actions = ["rds-db:connect"]
    resources = [
      "arn:${local.partition}:rds-db:${var.region}:${local.account}:dbuser:${aws_db_instance.ledger.resource_id}/accounting"
    ]
  }
}

resource "aws_iam_role" "clock" {
  name               = "${var.name}-clock"
  assume_role_policy = data.aws_iam_policy_document.service_account["clock"].json
}

resource "aws_iam_role_policy" "clock" {
  name   = "clock"
  role   = aws_iam_role.clock.id
  policy = data.aws_iam_policy_document.clock.json
}

data "aws_iam_policy_document" "clock" {
  statement {
    sid       = "ReadEvents"
    actions   = ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.this["events"].arn]
  }

  statement {
    sid       = "WriteTicks"
    actions   = ["kinesis:PutRecords"]
    resources = [aws_kinesis_stream.this["commands"].arn]
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this["streams"].arn]
  }
}
