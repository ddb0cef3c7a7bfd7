# The smallest stack: all defaults, one shard a stream. Its state lies in this directory.

terraform {
  required_version = ">= 1.9"
}

variable "region" {
  description = "AWS region"
  type        = string
  default     = "eu-central-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: such as eu-central-1."
  }
}

variable "operator_role_arn" {
  description = "IAM role that applies this example"
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", var.operator_role_arn))
    error_message = "operator_role_arn: such as arn:aws:iam::123456789012:role/operator."
  }
}

variable "operator_cidr" {
  description = "Addresses from which the example is applied"
  type        = string

  validation {
    condition     = can(cidrhost(var.operator_cidr, 0))
    error_message = "operator_cidr: such as 192.0.2.7/32."
  }
}

variable "operator_email" {
  description = "Where alarms go"
  type        = string

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+[.][^@ ]+$", var.operator_email))
    error_message = "operator_email: an address such as operations@example.com."
  }
}

module "stockmate" {
  source = "../.."

  region                   = var.region
  operator_email           = var.operator_email
  operator_role_arns       = [var.operator_role_arn]
  operator_cidrs           = [var.operator_cidr]
  operators                = ["OPS"]
  image_tag                = "0.1.0"
  flink_operator_chart     = "${path.module}/flink-kubernetes-operator-1.12.0-helm.tgz"
  flink_operator_version   = "1.12.0"
  cloudwatch_agent_version = "1.300049.1b929"
  ledger_ca_file           = "${path.module}/${var.region}-bundle.pem"
  stream_mode              = "PROVISIONED"
  budget_usd               = 700
}

output "repositories" {
  description = "Where images are pushed to, by image"
  value       = module.stockmate.repositories
}
