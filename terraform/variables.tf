variable "name" {
  description = "Name of the stack: part of the names of buckets, roles, cluster and database. One stack per account and region: its streams have the names that the code knows"
  type        = string
  default     = "stockmate"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,19}$", var.name))
    error_message = "name: 3 to 20 of a-z, 0-9 and -, a letter first."
  }
}

variable "region" {
  description = "AWS region"
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: such as eu-central-1."
  }
}

variable "network_cidr" {
  description = "Addresses of the network, an IPv4 prefix of 16 to 20 bits"
  type        = string
  default     = "10.40.0.0/16"

  validation {
    condition     = can(cidrsubnet(var.network_cidr, 4, 0)) && can(regex("/(16|17|18|19|20)$", var.network_cidr))
    error_message = "network_cidr: an IPv4 prefix such as 10.40.0.0/16, of 16 to 20 bits."
  }
}

variable "zones" {
  description = "Availability zones that are used"
  type        = number
  default     = 2

  validation {
    condition     = var.zones >= 2 && var.zones <= 4 && floor(var.zones) == var.zones
    error_message = "zones: 2 to 4; a cluster needs two."
  }
}

variable "operator_email" {
  description = "Where alarms, alerts and the budget's messages go"
  type        = string

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+[.][^@ ]+$", var.operator_email))
    error_message = "operator_email: an address such as operations@example.com."
  }
}

variable "operator_role_arns" {
  description = "IAM roles that administer the cluster; the one that applies this stack must be among them"
  type        = list(string)

  validation {
    condition     = length(var.operator_role_arns) > 0 && alltrue([for arn in var.operator_role_arns : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", arn))])
    error_message = "operator_role_arns: at least one ARN such as arn:aws:iam::123456789012:role/operator."
  }
}

variable "operator_cidrs" {
  description = "Addresses from which the cluster's API can be reached over the internet; none: only from inside the network"
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.operator_cidrs : can(cidrhost(cidr, 0)) && !endswith(cidr, "/0")])
    error_message = "operator_cidrs: IPv4 prefixes such as 192.0.2.0/24; not the whole internet."
  }
}

variable "operators" {
  description = "Accounts of the market that may define instruments, halt trading and correct trades. Part of every chain: never change them on a running market"
  type        = list(string)

  validation {
    condition     = length(var.operators) > 0 && alltrue([for account in var.operators : can(regex("^[A-Za-z0-9_-]{1,32}$", account))])
    error_message = "operators: at least one account, each at most 32 of A-Z, a-z, 0-9, _ and -."
  }
}

variable "image_tag" {
  description = "Tag of the image stockmate in this stack's repository"
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$", var.image_tag))
    error_message = "image_tag: a tag such as 0.1.0."
  }
}

variable "flink_operator_chart" {
  description = "Path of the Helm chart of the Flink Kubernetes Operator, as its release archive has it"
  type        = string

  validation {
    condition     = can(regex("flink-kubernetes-operator", var.flink_operator_chart))
    error_message = "flink_operator_chart: such as ./flink-kubernetes-operator-1.12.0-helm.tgz."
  }
}

variable "flink_operator_version" {
  description = "Tag of the image flink-kubernetes-operator in this stack's repository"
  type        = string

  validation {
    condition     = can(regex("^[0-9]+[.][0-9]+[.][0-9]+$", var.flink_operator_version))
    error_message = "flink_operator_version: such as 1.12.0."
  }
}

variable "cloudwatch_agent_version" {
  description = "Tag of the image cloudwatch-agent in this stack's repository"
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]{1,128}$", var.cloudwatch_agent_version))
    error_message = "cloudwatch_agent_version: the tag of an image."
  }
}

variable "kubernetes_version" {
  description = "Version of Kubernetes"
  type        = string
  default     = "1.33"

  validation {
    condition     = can(regex("^1[.][0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version: such as 1.33."
  }
}

variable "node_instance_type" {
  description = "Instance type of the cluster's nodes"
  type        = string
  default     = "m6i.large"

  validation {
    condition     = can(regex("^[a-z0-9-]+[.][a-z0-9]+$", var.node_instance_type))
    error_message = "node_instance_type: such as m6i.large (x86-64)."
  }
}

variable "node_count" {
  description = "Nodes of the cluster"
  type        = number
  default     = 3

  validation {
    condition     = var.node_count >= 1 && var.node_count <= 100 && floor(var.node_count) == var.node_count
    error_message = "node_count: 1 to 100."
  }
}

variable "node_disk_gb" {
  description = "Disk of a node, which holds images and the jobs' RocksDB, in GB"
  type        = number
  default     = 50

  validation {
    condition     = var.node_disk_gb >= 20 && var.node_disk_gb <= 16000
    error_message = "node_disk_gb: 20 to 16000."
  }
}

variable "job_parallelism" {
  description = "Parallelism of each job, and so its number of task managers"
  type        = number
  default     = 1

  validation {
    condition     = var.job_parallelism >= 1 && var.job_parallelism <= 128 && floor(var.job_parallelism) == var.job_parallelism
    error_message = "job_parallelism: 1 to 128, the jobs' number of key groups."
  }
}

variable "job_cpu" {
  description = "CPUs of a task manager"
  type        = number
  default     = 0.5

  validation {
    condition     = var.job_cpu >= 0.25 && var.job_cpu <= 64
    error_message = "job_cpu: 0.25 to 64."
  }
}

variable "job_memory_mb" {
  description = "Memory of a task manager in MB: markets live on the heap"
  type        = number
  default     = 2048

  validation {
    condition     = var.job_memory_mb >= 1600 && var.job_memory_mb <= 262144 && floor(var.job_memory_mb) == var.job_memory_mb
    error_message = "job_memory_mb: 1600 to 262144."
  }
}

variable "checkpoint_seconds" {
  description = "Time between checkpoints: also how late the lake is, and how long a child of a split shard waits"
  type        = number
  default     = 60

  validation {
    condition     = var.checkpoint_seconds >= 10 && var.checkpoint_seconds <= 600 && floor(var.checkpoint_seconds) == var.checkpoint_seconds
    error_message = "checkpoint_seconds: 10 to 600."
  }
}

variable "clock_seconds" {
  description = "Time between two ticks of a symbol"
  type        = number
  default     = 60

  validation {
    condition     = var.clock_seconds >= 1 && var.clock_seconds <= 900 && floor(var.clock_seconds) == var.clock_seconds
    error_message = "clock_seconds: 1 to 900."
  }
}

variable "stream_mode" {
  description = "How the streams grow: ON_DEMAND by themselves, PROVISIONED by stream_shards"
  type        = string
  default     = "ON_DEMAND"

  validation {
    condition     = contains(["ON_DEMAND", "PROVISIONED"], var.stream_mode)
    error_message = "stream_mode: ON_DEMAND or PROVISIONED."
  }
}

variable "stream_shards" {
  description = "Shards of each stream where stream_mode is PROVISIONED"
  type        = number
  default     = 1

  validation {
    condition     = var.stream_shards >= 1 && var.stream_shards <= 500 && floor(var.stream_shards) == var.stream_shards
    error_message = "stream_shards: 1 to 500."
  }
}

variable "stream_retention_hours" {
  description = "How long a record stays in its stream: the longest time a job may stand still"
  type        = number
  default     = 168

  validation {
    condition     = var.stream_retention_hours >= 24 && var.stream_retention_hours <= 8760
    error_message = "stream_retention_hours: 24 to 8760."
  }
}

variable "dead_letter_retention_days" {
  description = "How long the lake keeps dead letters, which hold bytes as they were sent"
  type        = number
  default     = 30

  validation {
    condition     = var.dead_letter_retention_days >= 1 && var.dead_letter_retention_days <= 365
    error_message = "dead_letter_retention_days: 1 to 365."
  }
}

variable "accounting_retention_days" {
  description = "For how long nobody can delete delivered accounting files"
  type        = number
  default     = 30

  validation {
    condition     = var.accounting_retention_days >= 1 && var.accounting_retention_days <= 36500
    error_message = "accounting_retention_days: 1 to 36500."
  }
}

variable "log_retention_days" {
  description = "How long logs are kept"
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "log_retention_days: a number of days that CloudWatch offers, such as 30, 90 or 365."
  }
}

variable "query_scan_limit_gb" {
  description = "How much one Athena query may scan before it is cancelled, in GB"
  type        = number
  default     = 10

  validation {
    condition     = var.query_scan_limit_gb >= 1 && var.query_scan_limit_gb <= 10240 && floor(var.query_scan_limit_gb) == var.query_scan_limit_gb
    error_message = "query_scan_limit_gb: 1 to 10240."
  }
}

variable "ledger_instance_class" {
  description = "Instance class of Postgres"
  type        = string
  default     = "db.t4g.micro"

  validation {
    condition     = can(regex("^db[.][a-z0-9]+[.][a-z0-9]+$", var.ledger_instance_class))
    error_message = "ledger_instance_class: such as db.t4g.micro."
  }
}

variable "ledger_storage_gb" {
  description = "First size of the disk of Postgres in GB; it grows to ten times of it"
  type        = number
  default     = 20

  validation {
    condition     = var.ledger_storage_gb >= 20 && var.ledger_storage_gb <= 6000 && floor(var.ledger_storage_gb) == var.ledger_storage_gb
    error_message = "ledger_storage_gb: 20 to 6000."
  }
}

variable "ledger_standby" {
  description = "Whether Postgres has a standby in another zone"
  type        = bool
  default     = false

  validation {
    condition     = var.ledger_standby != null
    error_message = "ledger_standby: true or false."
  }
}

variable "ledger_backup_days" {
  description = "How long backups of Postgres are kept"
  type        = number
  default     = 7

  validation {
    condition     = var.ledger_backup_days >= 1 && var.ledger_backup_days <= 35
    error_message = "ledger_backup_days: 1 to 35."
  }
}

variable "ledger_ca_file" {
  description = "Path of the region's bundle of RDS certificates (PEM), by which the job knows the database"
  type        = string

  validation {
    condition     = can(regex("[.]pem$", var.ledger_ca_file))
    error_message = "ledger_ca_file: the path of a .pem file."
  }
}

variable "alert_severities" {
  description = "Severities of the alerts that go to SNS"
  type        = list(string)
  default     = ["SEVERE", "MAJOR"]

  validation {
    condition     = length(var.alert_severities) > 0 && alltrue([for severity in var.alert_severities : contains(["SEVERE", "MAJOR", "LOW"], severity)])
    error_message = "alert_severities: one or more of SEVERE, MAJOR and LOW."
  }
}

variable "order_confirmations" {
  description = "Whether reports of orders go to SNS, one message each"
  type        = bool
  default     = false

  validation {
    condition     = var.order_confirmations != null
    error_message = "order_confirmations: true or false."
  }
}

variable "front_door" {
  description = "Whether commands can be submitted over HTTPS, signed in by Cognito"
  type        = bool
  default     = false

  validation {
    condition     = var.front_door != null
    error_message = "front_door: true or false."
  }
}

variable "front_door_requests_per_second" {
  description = "Requests a second that the front door lets through"
  type        = number
  default     = 100

  validation {
    condition     = var.front_door_requests_per_second >= 1 && var.front_door_requests_per_second <= 5000
    error_message = "front_door_requests_per_second: 1 to 5000."
  }
}

variable "behind_alarm_seconds" {
  description = "How far a reader of a stream may be behind before the alarm"
  type        = number
  default     = 300

  validation {
    condition     = var.behind_alarm_seconds >= 60 && var.behind_alarm_seconds <= 86400
    error_message = "behind_alarm_seconds: 60 to 86400."
  }
}

variable "budget_usd" {
  description = "Budget of the account for a month in US dollars"
  type        = number

  validation {
    condition     = var.budget_usd >= 1 && var.budget_usd <= 1000000
    error_message = "budget_usd: 1 to 1000000."
  }
}
