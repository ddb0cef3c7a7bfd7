# Firehose: order statuses for whoever wants files of them, and accounting, which nobody can delete for a while.

locals {
  delivery_buckets = {
    "order-status" = "delivery"
    "accounting"   = "accounting"
  }
}

resource "aws_cloudwatch_log_group" "delivery" {
  name              = "/aws/kinesisfirehose/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this["watch"].arn
}

resource "aws_cloudwatch_log_stream" "delivery" {
  for_each = toset(local.deliveries)

  name           = each.key
  log_group_name = aws_cloudwatch_log_group.delivery.name
}

resource "aws_kinesis_firehose_delivery_stream" "this" {
  for_each = toset(local.deliveries)

  name        = each.key
  destination = "extended_s3"

  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.this["streams"].arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.delivery[each.key].arn
    bucket_arn          = aws_s3_bucket.this[local.delivery_buckets[each.key]].arn
    kms_key_arn         = aws_kms_key.this["lake"].arn
    prefix              = "${each.key}/dt=!{timestamp:yyyy-MM-dd}/"
    error_output_prefix = "${each.key}-failed/!{firehose:error-output-type}/dt=!{timestamp:yyyy-MM-dd}/"
    buffering_size      = 64
    buffering_interval  = 300
    compression_format  = "GZIP"

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.delivery.name
      log_stream_name = aws_cloudwatch_log_stream.delivery[each.key].name
    }
  }
}
