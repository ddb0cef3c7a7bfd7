# Kinesis: commands, events and alerts. A record stays for the retention; after that only the lake has it.

resource "aws_kinesis_stream" "this" {
  for_each = toset(local.streams)

  name             = each.key
  shard_count      = var.stream_mode == "PROVISIONED" ? var.stream_shards : null
  retention_period = var.stream_retention_hours
  encryption_type  = "KMS"
  kms_key_id       = aws_kms_key.this["streams"].arn

  shard_level_metrics = [
    "IncomingBytes", "IncomingRecords", "IteratorAgeMilliseconds", "OutgoingBytes", "OutgoingRecords",
    "ReadProvisionedThroughputExceeded", "WriteProvisionedThroughputExceeded"
  ]

  stream_mode_details {
    stream_mode = var.stream_mode
  }
}
