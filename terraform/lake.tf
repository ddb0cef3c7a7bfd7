# S3: the lake, what Firehose delivers, the jobs' state and the results of queries. All private, encrypted, TLS only.

locals {
  buckets = toset(["lake", "delivery", "accounting", "state", "results"])
  # Where the jobs write inside the bucket; the tables of lake/tables lie below.
  lake = "s3://${aws_s3_bucket.this["lake"].bucket}/lake"
}

resource "aws_s3_bucket" "this" {
  for_each = local.buckets

  bucket              = "${var.name}-${each.key}-${local.account}"
  object_lock_enabled = each.key == "accounting"
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each = local.buckets

  bucket                  = aws_s3_bucket.this[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.this["lake"].arn
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}

# Flink deletes old checkpoints itself: their versions need not outlive them for long.
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id

  rule {
    id     = "leftovers"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    noncurrent_version_expiration {
      noncurrent_days = contains(["state", "results"], each.key) ? 3 : 90
    }
  }

  dynamic "rule" {
    for_each = each.key == "results" ? [30] : []

    content {
      id     = "old-results"
      status = "Enabled"

      filter {}

      expiration {
        days = rule.value
      }
    }
  }

  # Dead letters hold bytes that nobody has looked at: they go first.
  dynamic "rule" {
    for_each = each.key == "lake" ? [var.dead_letter_retention_days] : []

    content {
      id     = "dead-letters"
      status = "Enabled"

      filter {
        prefix = "lake/dead_letter/"
      }

      expiration {
        days = rule.value
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_object_lock_configuration" "accounting" {
  bucket = aws_s3_bucket.this["accounting"].id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = var.accounting_retention_days
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

data "aws_iam_policy_document" "tls_only" {
  for_each = local.buckets

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this[each.key].arn, "${aws_s3_bucket.this[each.key].arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id
  policy = data.aws_iam_policy_document.tls_only[each.key].json

  depends_on = [aws_s3_bucket_public_access_block.this]
}
