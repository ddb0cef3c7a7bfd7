# RDS for PostgreSQL: the books, the read models and the outbox of usage. The job signs in with a token of its IAM role;
# the owner's password is kept and rotated by RDS and is needed only to make the schema.

resource "aws_db_subnet_group" "ledger" {
  name       = var.name
  subnet_ids = aws_subnet.private[*].id
}

resource "aws_db_parameter_group" "ledger" {
  name   = "${var.name}-postgres17"
  family = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_security_group" "ledger" {
  name        = "${var.name}-ledger"
  description = "Postgres, from the cluster only"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "ledger" {
  security_group_id            = aws_security_group.ledger.id
  description                  = "Jobs of the cluster"
  ip_protocol                  = "tcp"
  from_port                    = local.postgres_port
  to_port                      = local.postgres_port
  referenced_security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}

resource "aws_db_instance" "ledger" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = "17"
  instance_class = var.ledger_instance_class
  db_name        = "stockmate"
  port           = local.postgres_port

  username                            = "stockmate"
  manage_master_user_password         = true
  master_user_secret_kms_key_id       = aws_kms_key.this["ledger"].arn
  iam_database_authentication_enabled = true

  allocated_storage     = var.ledger_storage_gb
  max_allocated_storage = var.ledger_storage_gb * 10
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = aws_kms_key.this["ledger"].arn

  publicly_accessible    = false
  multi_az               = var.ledger_standby
  db_subnet_group_name   = aws_db_subnet_group.ledger.name
  parameter_group_name   = aws_db_parameter_group.ledger.name
  vpc_security_group_ids = [aws_security_group.ledger.id]
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  backup_retention_period         = var.ledger_backup_days
  copy_tags_to_snapshot           = true
  deletion_protection             = true
  final_snapshot_identifier       = "${var.name}-final"
  enabled_cloudwatch_logs_exports = ["postgresql"]
  auto_minor_version_upgrade      = true
}

resource "aws_secretsmanager_secret_rotation" "ledger" {
  secret_id = aws_db_instance.ledger.master_user_secret[0].secret_arn

  rotation_rules {
    automatically_after_days = 7
  }
}
