# Alarms on what the jobs themselves report (metrics.tf): what they count, how old their checkpoints are, what waits.

locals {
  # Operator and reasons of what is no command: the code's names, as the reporter writes them.
  command_decoder     = "Decode_commands"
  dead_letter_reasons = ["MALFORMED", "OVERSIZE", "SCHEMA", "UNKNOWN_TYPE", "WRONG_PARTITION_KEY", "WRONG_SHARD"]

  # A look at rows of one metric: the highest, or how much all of them have grown since the look before.
  job_alarms = merge(
    {
      for job in keys(local.jobs) : "${job}-behind" => {
        description = "${job} is behind the stream that it reads"
        metric      = "behind"
        rows        = [{ job_name = job }]
        grown       = false
        threshold   = var.behind_alarm_seconds * 1000
        missing     = "notBreaching"
      }
    },
    {
      for job in keys(local.jobs) : "${job}-checkpoint-old" => {
        description = "${job} has completed no checkpoint for ten times its interval and more, or reports nothing: it may not run"
        metric      = "checkpoint_age"
        rows        = [{ job_name = job }]
        grown       = false
        threshold   = var.checkpoint_seconds * 10000
        missing     = "breaching"
      }
    },
    {
      for job in keys(local.jobs) : "${job}-restarts" => {
        description = "${job} restarts again and again: its web UI tells the cause"
        metric      = "restarts"
        rows        = [{ job_name = job }]
        grown       = true
        threshold   = 0
        missing     = "notBreaching"
      }
    },
    {
      for job in keys(local.jobs) : "${job}-held-back" => {
        description = "Events of ${job} wait for one that has not come: it stops for good if that stays away"
        metric      = "held_back"
        rows        = [{ job_name = job }]
        grown       = false
        threshold   = 0
        missing     = "notBreaching"
      } if job != "matching"
    },
    {
      dead-letters = {
        description = "More than a record a second is no command: the lake's table dead_letter names the producer"
        metric      = "dead_letters"
        rows = [for reason in local.dead_letter_reasons : {
          job_name = "matching", operator_name = local.command_decoder, reason = reason
        }]
        grown     = true
        threshold = 60
        missing   = "notBreaching"
      }
      ledger-unbalanced = {
        description = "The trial balance of a unit is not 0: somebody has changed rows of the books"
        metric      = "unbalanced_units"
        rows        = [{ job_name = "accounting" }]
        grown       = false
        threshold   = 0
        missing     = "notBreaching"
      }
    }
  )
}

resource "aws_cloudwatch_metric_alarm" "job" {
  for_each = local.job_alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  treat_missing_data  = each.value.missing
  alarm_actions       = [aws_sns_topic.this["operations"].arn]
  ok_actions          = [aws_sns_topic.this["operations"].arn]

  metric_query {
    id          = "watched"
    expression  = each.value.grown ? "SUM(DIFF(METRICS())) * ${var.job_parallelism}" : "MAX(METRICS())"
    label       = each.key
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { for place, row in each.value.rows : "m${place}" => row }

    content {
      id = metric_query.key

      metric {
        namespace   = local.metrics_namespace
        metric_name = local.job_metrics[each.value.metric].name
        dimensions  = metric_query.value
        period      = local.scrape_seconds
        stat        = each.value.grown ? "Average" : "Maximum"
      }
    }
  }
}
