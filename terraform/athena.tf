# Athena: one workgroup whose settings clients cannot change, and the queries of lake/queries by their names.

locals {
  query_files = fileset("${path.module}/../lake/queries", "*.sql")
}

resource "aws_athena_workgroup" "this" {
  name        = var.name
  description = "Queries of the lake"

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = var.query_scan_limit_gb * 1073741824

    engine_version {
      selected_engine_version = "Athena engine version 3"
    }

    result_configuration {
      output_location = "s3://${aws_s3_bucket.this["results"].bucket}/athena/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.this["lake"].arn
      }
    }
  }
}

# The first line of a query is the comment that says what it answers.
resource "aws_athena_named_query" "this" {
  for_each = local.query_files

  name        = trimsuffix(each.key, ".sql")
  description = trimprefix(split("\n", file("${path.module}/../lake/queries/${each.key}"))[0], "-- ")
  database    = aws_glue_catalog_database.lake.name
  workgroup   = aws_athena_workgroup.this.name
  query       = file("${path.module}/../lake/queries/${each.key}")
}
