# Alarms on what AWS itself measures. A reader that falls behind, a writer that is throttled, a database that fills up.

locals {
  alarms = merge(
    {
      for stream in local.streams : "${stream}-behind" => {
        description = "A reader of ${stream} is behind: its job stands still or is too slow"
        namespace   = "AWS/Kinesis"
        metric      = "GetRecords.IteratorAgeMilliseconds"
        statistic   = "Maximum"
        threshold   = var.behind_alarm_seconds * 1000
        dimensions  = { StreamName = stream }
      }
    },
    {
      for stream in local.streams : "${stream}-throttled" => {
        description = "Writers of ${stream} are refused: it needs more shards"
        namespace   = "AWS/Kinesis"
        metric      = "WriteProvisionedThroughputExceeded"
        statistic   = "Sum"
        threshold   = 10
        dimensions  = { StreamName = stream }
      }
    },
    {
      for delivery in local.deliveries : "${delivery}-stale" => {
        description = "Firehose ${delivery} has not delivered what it took"
        namespace   = "AWS/Firehose"
        metric      = "DeliveryToS3.DataFreshness"
        statistic   = "Maximum"
        threshold   = 1800
        dimensions  = { DeliveryStreamName = delivery }
      }
    },
    {
      ledger-busy = {
        description = "Postgres computes without a pause"
        namespace   = "AWS/RDS"
        metric      = "CPUUtilization"
        statistic   = "Average"
        threshold   = 90
        dimensions  = { DBInstanceIdentifier = aws_db_instance.ledger.identifier }
      }
      ledger-queued = {
        description = "Postgres waits for its disk"
        namespace   = "AWS/RDS"
        metric      = "DiskQueueDepth"
        statistic   = "Average"
        threshold   = 64
        dimensions  = { DBInstanceIdentifier = aws_db_instance.ledger.identifier }
      }
      orders-throttled = {
        description = "DynamoDB refuses updates of orders"
        namespace   = "AWS/DynamoDB"
        metric      = "WriteThrottleEvents"
        statistic   = "Sum"
        threshold   = 10
        dimensions  = { TableName = aws_dynamodb_table.orders.name }
      }
      alerts-undelivered = {
        description = "Alerts do not reach SNS"
        namespace   = "AWS/EventBridge/Pipes"
        metric      = "ExecutionFailed"
        statistic   = "Sum"
        threshold   = 0
        dimensions  = { AwsAccountId = local.account, PipeName = aws_pipes_pipe.alerts.name }
      }
    }
  )
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  dimensions          = each.value.dimensions
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.this["operations"].arn]
  ok_actions          = [aws_sns_topic.this["operations"].arn]
}

# Low is bad here.
resource "aws_cloudwatch_metric_alarm" "ledger_full" {
  alarm_name          = "${var.name}-ledger-full"
  alarm_description   = "Postgres has a tenth of its first disk left, and cannot grow it"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Minimum"
  dimensions          = { DBInstanceIdentifier = aws_db_instance.ledger.identifier }
  comparison_operator = "LessThanThreshold"
  threshold           = var.ledger_storage_gb * 107374182
  period              = 300
  evaluation_periods  = 2
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.this["operations"].arn]
  ok_actions          = [aws_sns_topic.this["operations"].arn]
}

# The clock writes without end: three periods without a record mean that time stands still.
resource "aws_cloudwatch_metric_alarm" "time_stands_still" {
  alarm_name          = "${var.name}-time-stands-still"
  alarm_description   = "No command arrives, not even ticks: look at the pod of the clock"
  namespace           = "AWS/Kinesis"
  metric_name         = "IncomingRecords"
  statistic           = "Sum"
  dimensions          = { StreamName = aws_kinesis_stream.this["commands"].name }
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  period              = 60 * max(1, ceil(var.clock_seconds / 30))
  evaluation_periods  = 3
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.this["operations"].arn]
  ok_actions          = [aws_sns_topic.this["operations"].arn]
}
