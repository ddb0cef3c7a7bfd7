# One key per kind of data, so that reading one kind can be taken away without the others.

locals {
  keys = {
    streams = "Streams, deliveries and the table of orders"
    lake    = "The lake, delivered files and the jobs' state"
    ledger  = "Postgres and its secret"
    cluster = "Kubernetes secrets, disks and images"
    watch   = "Logs and notifications"
  }
}

# In a key's own policy the resource * means this key and nothing else.
data "aws_iam_policy_document" "key" {
  statement {
    sid       = "TheAccountDecidesByIam"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${local.partition}:iam::${local.account}:root"]
    }
  }

  statement {
    sid       = "ServicesThatWriteLogsAndNotifications"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.${var.region}.amazonaws.com", "cloudwatch.amazonaws.com", "budgets.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_kms_key" "this" {
  for_each = local.keys

  description             = each.value
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "this" {
  for_each = local.keys

  name          = "alias/${var.name}-${each.key}"
  target_key_id = aws_kms_key.this[each.key].key_id
}
