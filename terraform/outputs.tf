output "stream_arns" {
  description = "Kinesis streams by name"
  value       = { for name, stream in aws_kinesis_stream.this : name => stream.arn }
}

output "lake" {
  description = "Root of the lake's tables"
  value       = local.lake
}

output "database" {
  description = "Glue database of the lake"
  value       = aws_glue_catalog_database.lake.name
}

output "workgroup" {
  description = "Athena workgroup for queries of the lake"
  value       = aws_athena_workgroup.this.name
}

output "ledger_endpoint" {
  description = "Host of Postgres, reachable from inside the network"
  value       = aws_db_instance.ledger.address
}

output "ledger_owner_secret_arn" {
  description = "Secret with the password of the owner of Postgres, rotated by RDS"
  value       = aws_db_instance.ledger.master_user_secret[0].secret_arn
}

output "cluster" {
  description = "Name of the cluster"
  value       = aws_eks_cluster.this.name
}

output "repositories" {
  description = "Where images are pushed to, by image"
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}

output "job_role_arns" {
  description = "IAM role of each job"
  value       = { for name, role in aws_iam_role.job : name => role.arn }
}

output "topics" {
  description = "SNS topics by purpose"
  value       = { for name, topic in aws_sns_topic.this : name => topic.arn }
}

output "front_door" {
  description = "Where commands are posted to; null without a front door"
  value       = var.front_door ? "${aws_api_gateway_stage.door[0].invoke_url}/commands" : null
}
