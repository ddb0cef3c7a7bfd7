# One page for operators: what flows, who is behind, what is refused, how the database does.

locals {
  widgets = [
    {
      title = "Records in a minute"
      stat  = "Sum"
      metrics = concat(
        [for stream in local.streams : ["AWS/Kinesis", "IncomingRecords", "StreamName", stream]],
        [for delivery in local.deliveries : ["AWS/Firehose", "IncomingRecords", "DeliveryStreamName", delivery]]
      )
    },
    {
      title   = "How far readers are behind, ms"
      stat    = "Maximum"
      metrics = [for stream in local.streams : ["AWS/Kinesis", "GetRecords.IteratorAgeMilliseconds", "StreamName", stream]]
    },
    {
      title   = "Writes refused"
      stat    = "Sum"
      metrics = [for stream in local.streams : ["AWS/Kinesis", "WriteProvisionedThroughputExceeded", "StreamName", stream]]
    },
    {
      title   = "Reads refused"
      stat    = "Sum"
      metrics = [for stream in local.streams : ["AWS/Kinesis", "ReadProvisionedThroughputExceeded", "StreamName", stream]]
    },
    {
      title   = "Age of what Firehose has not delivered, s"
      stat    = "Maximum"
      metrics = [for delivery in local.deliveries : ["AWS/Firehose", "DeliveryToS3.DataFreshness", "DeliveryStreamName", delivery]]
    },
    {
      title = "Postgres: CPU in percent, connections"
      stat  = "Average"
      metrics = [
        ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", aws_db_instance.ledger.identifier],
        ["AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", aws_db_instance.ledger.identifier]
      ]
    }
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = [
      for place, widget in local.widgets : {
        type   = "metric"
        x      = (place % 2) * 12
        y      = floor(place / 2) * 6
        width  = 12
        height = 6
        properties = {
          title   = widget.title
          region  = var.region
          view    = "timeSeries"
          period  = 60
          stat    = widget.stat
          metrics = widget.metrics
        }
      }
    ]
  })
}
