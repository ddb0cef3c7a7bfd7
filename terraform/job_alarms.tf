# Alarms on what the jobs themselves report (job_metrics.tf): what they count, how old checkpoints are, what waits.

locals {
  # Operator and reasons of what is no command: the code's names, as the reporter writes them.
  command_decoder     = "Decode_commands"
  dead_letter_reasons = ["MALFORMED", "OVERSIZE", "SCHEMA", "UNKNOWN_TYPE", "WRONG_PARTITION_KEY", "WRONG_SHARD"]

  # How an alarm looks at rows of one metric, once every so many seconds: at the highest, or at how much all of them
  # have grown since the look before; and how many of the last looks it takes. At what grows it looks after longer
  # times: the agent asks a task manager once a minute, but not always once in each minute, and that moves the average.
  looks = {
    highest = {
      of      = "MAX(METRICS())"
      stat    = "Maximum"
      beyond  = "GreaterThanThreshold"
      seconds = 60
      needed  = 3
      last    = 5
    }
    negative = {
      of      = "MAX(METRICS())"
      stat    = "Maximum"
      beyond  = "LessThanThreshold"
      seconds = 3600
      needed  = 1
      last    = 1
    }
    grown = {
      of      = "SUM(DIFF(METRICS()))"
      stat    = "Average"
      beyond  = "GreaterThanThreshold"
      seconds = 300
      needed  = 1
      last    = 1
    }
    grows_again = {
      of      = "SUM(DIFF(METRICS()))"
      stat    = "Average"
      beyond  = "GreaterThanThreshold"
      seconds = 300
      needed  = 3
      last    = 5
    }
  }

  job_alarms = merge(
    {
      for job in keys(local.jobs) : "${job}-behind" => {
        description = "${job} is behind the stream that it reads"
        metric      = "behind"
        rows        = [{ job_name = job }]
        look        = "highest"
        threshold   = var.behind_alarm_seconds * 1000
        missing     = "notBreaching"
      }
    },
    {
      for job in keys(local.jobs) : "${job}-checkpoint-old" => {
        description = "${job} has had no checkpoint for ten intervals, or reports nothing"
        metric      = "checkpoint_age"
        rows        = [{ job_name = job }]
        look        = "highest"
        threshold   = var.checkpoint_seconds * 10000
        missing     = "breaching"
      }
    },
    {
      for job in keys(local.jobs) : "${job}-restarts" => {
        description = "${job} restarts again and again, perhaps between checkpoints: its web UI tells why"
        metric      = "restarts"
        rows        = [{ job_name = job }]
        look        = "grows_again"
        threshold   = 0
        missing     = "notBreaching"
      }
    },
    {
      for job in keys(local.jobs) : "${job}-held-back" => {
        description = "Events of ${job} wait for one that has not come: it stops for good if that stays away"
        metric      = "held_back"
        rows        = [{ job_name = job }]
        look        = "highest"
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
        look      = "grown"
        threshold = local.looks["grown"].seconds
        missing   = "notBreaching"
      }
      ledger-unbalanced = {
        description = "The trial balance of a unit is not 0: somebody has changed rows of the books"
        metric      = "unbalanced_units"
        rows        = [{ job_name = "accounting" }]
        look        = "highest"
        threshold   = 0
        missing     = "notBreaching"
      }
      ledger-unknown = {
        description = "For an hour the books could not be added up: the log of accounting tells why"
        metric      = "unbalanced_units"
        rows        = [{ job_name = "accounting" }]
        look        = "negative"
        threshold   = 0
        missing     = "notBreaching"
      }
    }
  )
}

resource "aws_cloudwatch_metric_alarm" "job" {
  for_each = { for name, alarm in local.job_alarms : name => merge(alarm, { look = local.looks[alarm.look] }) }

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  comparison_operator = each.value.look.beyond
  threshold           = each.value.threshold
  evaluation_periods  = each.value.look.last
  datapoints_to_alarm = each.value.look.needed
  treat_missing_data  = each.value.missing
  alarm_actions       = [aws_sns_topic.this["operations"].arn]
  ok_actions          = [aws_sns_topic.this["operations"].arn]

  metric_query {
    id          = "watched"
    expression = join(" * ", [
      each.value.look.of,
      each.value.look.stat == "Average" ? local.row_counts[local.job_metrics[each.value.metric].rows] : 1
    ])
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
        period      = each.value.look.seconds
        stat        = each.value.look.stat
      }
    }
  }
}
