# One page for operators: what flows, who is behind, what is refused, how the database does, and what the jobs report.

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

  # What the jobs report: a metric's rows by their labels, those of all task managers in one, or how much each grows in so
  # many seconds.
  job_widgets = [
    { title = "Commands a second", metric = "commands", grows_in = 1 },
    { title = "Orders a second", metric = "orders", grows_in = 1 },
    { title = "Events a second, by type", metric = "events", grows_in = 1 },
    { title = "Rejects a minute, by reason", metric = "rejects", grows_in = 60 },
    { title = "Dead letters a minute, by reason", metric = "dead_letters", grows_in = 60 },
    { title = "Repeats a minute", metric = "repeats", grows_in = 60 },
    { title = "Events that came again a minute", metric = "repeated_events", grows_in = 60 },
    { title = "Behind the stream, ms (accounting: the ledger)", metric = "behind", grows_in = 0 },
    { title = "Behind the stream by shard, ms", metric = "behind_by_shard", grows_in = 0 },
    { title = "From order to event, by the streams, ms", metric = "order_to_event", grows_in = 0 },
    { title = "From order to event in the operator Match orders, ns", metric = "matching_time", grows_in = 0 },
    { title = "Books", metric = "books", grows_in = 0 },
    { title = "Resting orders", metric = "resting_orders", grows_in = 0 },
    { title = "Events held back", metric = "held_back", grows_in = 0 },
    { title = "Gaps a minute", metric = "gaps", grows_in = 60 },
    { title = "Age of the last checkpoint, ms", metric = "checkpoint_age", grows_in = 0 },
    { title = "Failed checkpoints an hour", metric = "failed_checkpoints", grows_in = 3600 },
    { title = "Restarts", metric = "restarts", grows_in = 0 },
    { title = "Alerts an hour, by kind", metric = "alerts", grows_in = 3600 },
    { title = "Transactions a second", metric = "transactions", grows_in = 1 },
    { title = "Units whose books do not balance", metric = "unbalanced_units", grows_in = 0 },
    { title = "How far forecasts missed an hour, 10^-4 units", metric = "forecast_error", grows_in = 3600 },
    { title = "Demand that was forecast an hour, 10^-4 units", metric = "scored_demand", grows_in = 3600 }
  ]

  job_searches = [
    for widget in local.job_widgets : {
      title = widget.title
      search = format(
        "SEARCH('{%s,%s} MetricName=\"%s\"', '%s', %d)", local.metrics_namespace,
        join(",", local.job_metrics[widget.metric].labels), local.job_metrics[widget.metric].name,
        local.job_metrics[widget.metric].rows == "sum" ? "Average" : "Maximum", local.scrape_seconds
      )
      grows  = widget.grows_in > 0
      factor = local.row_counts[local.job_metrics[widget.metric].rows] * (widget.grows_in > 0 ? widget.grows_in : 1)
    }
  ]

  all_widgets = concat(
    [for widget in local.widgets : { title = widget.title, stat = widget.stat, metrics = widget.metrics }],
    [
      for widget in local.job_searches : {
        title   = widget.title
        stat    = "Average"
        metrics = [[{
          id         = "rows"
          expression = "${widget.grows ? "RATE(${widget.search})" : widget.search} * ${widget.factor}"
        }]]
      }
    ]
  )
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = [
      for place, widget in local.all_widgets : {
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
