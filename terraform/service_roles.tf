# Roles that AWS's own services take.

data "aws_iam_policy_document" "service" {
  for_each = {
    cluster  = "eks.amazonaws.com"
    node     = "ec2.amazonaws.com"
    delivery = "firehose.amazonaws.com"
    network  = "vpc-flow-logs.amazonaws.com"
    pipe     = "pipes.amazonaws.com"
    door     = "apigateway.amazonaws.com"
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = [each.value]
    }
  }
}

resource "aws_iam_role" "cluster" {
  name               = "${var.name}-cluster"
  assume_role_policy = data.aws_iam_policy_document.service["cluster"].json
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_iam_role" "node" {
  name               = "${var.name}-node"
  assume_role_policy = data.aws_iam_policy_document.service["node"].json
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(["AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy"])

  role       = aws_iam_role.node.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role" "network" {
  name               = "${var.name}-network"
  assume_role_policy = data.aws_iam_policy_document.service["network"].json
}

resource "aws_iam_role_policy" "network" {
  name   = "network"
  role   = aws_iam_role.network.id
  policy = data.aws_iam_policy_document.network.json
}

data "aws_iam_policy_document" "network" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.network.arn}:*"]
  }
}

resource "aws_iam_role" "delivery" {
  for_each = toset(local.deliveries)

  name               = "${var.name}-delivery-${each.key}"
  assume_role_policy = data.aws_iam_policy_document.service["delivery"].json
}

resource "aws_iam_role_policy" "delivery" {
  for_each = toset(local.deliveries)

  name   = "delivery"
  role   = aws_iam_role.delivery[each.key].id
  policy = data.aws_iam_policy_document.delivery[each.key].json
}

data "aws_iam_policy_document" "delivery" {
  for_each = toset(local.deliveries)

  statement {
    actions = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"]
    resources = [
      "${aws_s3_bucket.this[local.delivery_buckets[each.key]].arn}/${each.key}/*",
      "${aws_s3_bucket.this[local.delivery_buckets[each.key]].arn}/${each.key}-failed/*"
    ]
  }

  statement {
    actions   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
    resources = [aws_s3_bucket.this[local.delivery_buckets[each.key]].arn]
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this["lake"].arn, aws_kms_key.this["streams"].arn]
  }

  statement {
    actions   = ["logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.delivery.arn}:log-stream:${each.key}"]
  }
}

resource "aws_iam_role" "alerts" {
  name               = "${var.name}-alerts"
  assume_role_policy = data.aws_iam_policy_document.service["pipe"].json
}

resource "aws_iam_role_policy" "alerts" {
  name   = "alerts"
  role   = aws_iam_role.alerts.id
  policy = data.aws_iam_policy_document.alerts.json
}

data "aws_iam_policy_document" "alerts" {
  statement {
    actions = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.this["alerts"].arn]
  }

  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this["alerts"].arn]
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this["streams"].arn, aws_kms_key.this["watch"].arn]
  }
}

resource "aws_iam_role" "confirmations" {
  count = var.order_confirmations ? 1 : 0

  name               = "${var.name}-confirmations"
  assume_role_policy = data.aws_iam_policy_document.service["pipe"].json
}

resource "aws_iam_role_policy" "confirmations" {
  count = var.order_confirmations ? 1 : 0

  name   = "confirmations"
  role   = aws_iam_role.confirmations[0].id
  policy = data.aws_iam_policy_document.confirmations.json
}

data "aws_iam_policy_document" "confirmations" {
  statement {
    actions = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
    resources = [aws_kinesis_stream.this["events"].arn]
  }

  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this["confirmations"].arn]
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this["streams"].arn, aws_kms_key.this["watch"].arn]
  }
}

resource "aws_iam_role" "door" {
  count = var.front_door ? 1 : 0

  name               = "${var.name}-door"
  assume_role_policy = data.aws_iam_policy_document.service["door"].json
}

resource "aws_iam_role_policy" "door" {
  count = var.front_door ? 1 : 0

  name   = "door"
  role   = aws_iam_role.door[0].id
  policy = data.aws_iam_policy_document.door.json
}

data "aws_iam_policy_document" "door" {
  statement {
    actions   = ["kinesis:PutRecord"]
    resources = [aws_kinesis_stream.this["commands"].arn]
  }

  statement {
    actions   = ["kms:GenerateDataKey"]
    resources = [aws_kms_key.this["streams"].arn]
  }
}
