# What is sent of what the jobs report: as Flink's reporter names it, and the labels that tell its rows apart, which
# become dimensions. Task managers are not told apart, each would cost as custom metrics of its own: so "rows" says how
# those of all task managers make one figure, their "sum" or their "max"; of a job manager there is "one".

locals {
  job_metrics = {
    commands = {
      name   = "flink_taskmanager_job_task_operator_commands"
      labels = ["job_name"]
      rows   = "sum"
    }
    orders = {
      name   = "flink_taskmanager_job_task_operator_orders"
      labels = ["job_name"]
      rows   = "sum"
    }
    events = {
      name   = "flink_taskmanager_job_task_operator_type_events"
      labels = ["job_name", "type"]
      rows   = "sum"
    }
    rejects = {
      name   = "flink_taskmanager_job_task_operator_type_reason_rejects"
      labels = ["job_name", "type", "reason"]
      rows   = "sum"
    }
    dead_letters = {
      name   = "flink_taskmanager_job_task_operator_reason_deadLetters"
      labels = ["job_name", "operator_name", "reason"]
      rows   = "sum"
    }
    repeats = {
      name   = "flink_taskmanager_job_task_operator_repeats"
      labels = ["job_name"]
      rows   = "sum"
    }
    repeated_events = {
      name   = "flink_taskmanager_job_task_operator_repeatedEvents"
      labels = ["job_name"]
      rows   = "sum"
    }
    behind = {
      name   = "flink_taskmanager_job_task_operator_shardId_millisBehindLatest"
      labels = ["job_name"]
      rows   = "max"
    }
    behind_by_shard = {
      name   = "flink_taskmanager_job_task_operator_shardId_millisBehindLatest"
      labels = ["job_name", "operator_name", "shardId"]
      rows   = "max"
    }
    order_to_event = {
      name   = "flink_taskmanager_job_task_operator_commandToEventMs"
      labels = ["job_name", "quantile"]
      rows   = "max"
    }
    matching_time = {
      name   = "flink_taskmanager_job_task_operator_matchingTimeNs"
      labels = ["job_name", "quantile"]
      rows   = "max"
    }
    books = {
      name   = "flink_taskmanager_job_task_operator_books"
      labels = ["job_name"]
      rows   = "sum"
    }
    resting_orders = {
      name   = "flink_taskmanager_job_task_operator_restingOrders"
      labels = ["job_name"]
      rows   = "sum"
    }
    held_back = {
      name   = "flink_taskmanager_job_task_operator_heldBackEvents"
      labels = ["job_name"]
      rows   = "sum"
    }
    gaps = {
      name   = "flink_taskmanager_job_task_operator_gaps"
      labels = ["job_name"]
      rows   = "sum"
    }
    checkpoint_age = {
      name   = "flink_taskmanager_job_task_operator_checkpointAgeMs"
      labels = ["job_name"]
      rows   = "max"
    }
    failed_checkpoints = {
      name   = "flink_jobmanager_job_numberOfFailedCheckpoints"
      labels = ["job_name"]
      rows   = "one"
    }
    restarts = {
      name   = "flink_jobmanager_job_numRestarts"
      labels = ["job_name"]
      rows   = "one"
    }
    alerts = {
      name   = "flink_taskmanager_job_task_operator_kind_state_alerts"
      labels = ["job_name", "kind", "state"]
      rows   = "sum"
    }
    transactions = {
      name   = "flink_taskmanager_job_task_operator_reason_transactions"
      labels = ["job_name", "reason"]
      rows   = "sum"
    }
    unbalanced_units = {
      name   = "flink_taskmanager_job_task_operator_unbalancedUnits"
      labels = ["job_name"]
      rows   = "max"
    }
    forecast_error = {
      name   = "flink_taskmanager_job_task_operator_model_forecastError"
      labels = ["job_name", "model"]
      rows   = "sum"
    }
    scored_demand = {
      name   = "flink_taskmanager_job_task_operator_model_scoredDemand"
      labels = ["job_name", "model"]
      rows   = "sum"
    }
  }

  # Of histograms, these of the quantiles that the reporter makes.
  sent_quantiles = ["0.5", "0.99"]

  # By what an average over task managers is multiplied. It is no sum of samples, since the agent asks a task manager
  # once a minute, but not always once in each minute.
  row_counts = { sum = var.job_parallelism, max = 1, one = 1 }
}
