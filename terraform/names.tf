# The names that code and cloud share. Tests compare them with the code's.

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

locals {
  account   = data.aws_caller_identity.this.account_id
  partition = data.aws_partition.this.partition

  streams    = ["commands", "events", "alerts"]
  deliveries = ["order-status", "accounting"]

  jobs = {
    matching = {
      class = "io.stockmate.pipelines.matching.MatchingJob"
      tables = [
        "accepted", "business_reject", "command", "dead_letter", "execution_report", "order_cancel_reject",
        "stock_level", "top_of_book", "trade", "trade_corrected"
      ]
    }
    anomaly = {
      class  = "io.stockmate.pipelines.anomaly.AnomalyJob"
      tables = ["alert", "alert_advice"]
    }
    demand = {
      class  = "io.stockmate.pipelines.demand.DemandJob"
      tables = ["demand", "forecast", "forecast_score", "suggestion"]
    }
    accounting = {
      class  = "io.stockmate.pipelines.accounting.AccountingJob"
      tables = ["transfer", "usage"]
    }
  }

  # Kubernetes namespace of the jobs, and ports inside the network.
  namespace     = "stockmate"
  postgres_port = 5432
  https_port    = 443
}
