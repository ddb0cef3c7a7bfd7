# Merging of the lake: one pod that lists the files that count, by which Athena finds them, and merges those of closed
# days. While it is away Athena sees no newer rows, and the lake grows files; nothing is lost. Two would undo each
# other's lists.

locals {
  # All tables but the log, which stays as it was written, and the dead letters, which are deleted by age.
  merged_tables = [
    "accepted", "alert", "alert_advice", "business_reject", "demand", "execution_report", "forecast", "forecast_score",
    "order_cancel_reject", "stock_level", "suggestion", "top_of_book", "trade", "trade_corrected", "transfer", "usage"
  ]
}

resource "kubernetes_service_account_v1" "merge" {
  metadata {
    name        = "merge"
    namespace   = kubernetes_namespace_v1.jobs.metadata[0].name
    annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.merge.arn }
  }
}

resource "kubernetes_deployment_v1" "merge" {
  metadata {
    name      = "merge"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  spec {
    replicas = "1"

    strategy {
      type = "Recreate"
    }

    selector {
      match_labels = { app = "merge" }
    }

    template {
      metadata {
        labels = { app = "merge" }
      }

      spec {
        service_account_name = kubernetes_service_account_v1.merge.metadata[0].name

        container {
          name    = "merge"
          image   = local.image
          command = ["java", "-Xmx1g", "-cp", "/opt/stockmate/stockmate-jobs.jar:/opt/flink/lib/*", "io.stockmate.lake.MergeProgram"]
          args    = [local.lake]

          env {
            name  = "FLINK_PLUGINS_DIR"
            value = "/opt/flink/plugins"
          }

          resources {
            requests = { cpu = "250m", memory = "1Gi" }
            limits   = { memory = "3Gi" }
          }

          security_context {
            allow_privilege_escalation = false
            run_as_non_root            = true
            run_as_user                = "9999"
          }
        }
      }
    }
  }

  depends_on = [aws_eks_node_group.this, aws_iam_role_policy.merge]
}

resource "aws_iam_role" "merge" {
  name               = "${var.name}-merge"
  assume_role_policy = data.aws_iam_policy_document.service_account["merge"].json
}

resource "aws_iam_role_policy" "merge" {
  name   = "merge"
  role   = aws_iam_role.merge.id
  policy = data.aws_iam_policy_document.merge.json
}

data "aws_iam_policy_document" "merge" {
  statement {
    sid     = "ReplaceFilesAndLists"
    actions = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
    resources = [
      for folder in concat(local.merged_tables, ["listed"]) : "${aws_s3_bucket.this["lake"].arn}/lake/${folder}/*"
    ]
  }

  statement {
    sid       = "ListLake"
    actions   = ["s3:ListBucket", "s3:ListBucketMultipartUploads"]
    resources = [aws_s3_bucket.this["lake"].arn]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = [for folder in concat(local.merged_tables, ["listed"]) : "lake/${folder}/*"]
    }
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.this["lake"].arn]
  }
}
