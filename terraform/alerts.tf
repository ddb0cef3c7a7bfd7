# Alerts of the market, and optionally order confirmations, leave the streams for SNS; operators subscribe by mail.

locals {
  topics = {
    alerts        = "Alerts of the market"
    confirmations = "Confirmations of orders"
    operations    = "Alarms and budget"
  }
}

resource "aws_sns_topic" "this" {
  for_each = local.topics

  name              = "${var.name}-${each.key}"
  display_name      = each.value
  kms_master_key_id = aws_kms_key.this["watch"].arn
}

resource "aws_sns_topic_policy" "operations" {
  arn    = aws_sns_topic.this["operations"].arn
  policy = data.aws_iam_policy_document.operations.json
}

data "aws_iam_policy_document" "operations" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this["operations"].arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_sns_topic_subscription" "operator" {
  for_each = toset(["alerts", "operations"])

  topic_arn = aws_sns_topic.this[each.key].arn
  protocol  = "email"
  endpoint  = var.operator_email
}

# A record that SNS refuses for an hour is passed by: the stream and the lake still hold it.
resource "aws_pipes_pipe" "alerts" {
  name               = "${var.name}-alerts"
  description        = "Alerts of the severities that somebody wants to hear of, when they are raised"
  role_arn           = aws_iam_role.alerts.arn
  source             = aws_kinesis_stream.this["alerts"].arn
  target             = aws_sns_topic.this["alerts"].arn
  kms_key_identifier = aws_kms_key.this["watch"].arn

  source_parameters {
    filter_criteria {
      filter {
        pattern = jsonencode({
          data = { type = ["Alert"], severity = var.alert_severities, state = ["RAISED"] }
        })
      }
    }

    kinesis_stream_parameters {
      starting_position             = "LATEST"
      batch_size                    = 10
      maximum_record_age_in_seconds = 3600
      maximum_retry_attempts        = 5
    }
  }

  depends_on = [aws_iam_role_policy.alerts]
}

resource "aws_pipes_pipe" "confirmations" {
  count = var.order_confirmations ? 1 : 0

  name               = "${var.name}-confirmations"
  description        = "Reports of orders that were taken or traded"
  role_arn           = aws_iam_role.confirmations[0].arn
  source             = aws_kinesis_stream.this["events"].arn
  target             = aws_sns_topic.this["confirmations"].arn
  kms_key_identifier = aws_kms_key.this["watch"].arn

  source_parameters {
    filter_criteria {
      filter {
        pattern = jsonencode({ data = { type = ["ExecutionReport"], execType = ["NEW", "TRADE"] } })
      }
    }

    kinesis_stream_parameters {
      starting_position             = "LATEST"
      batch_size                    = 10
      maximum_record_age_in_seconds = 3600
      maximum_retry_attempts        = 5
    }
  }

  depends_on = [aws_iam_role_policy.confirmations]
}
