# The clock: one pod that writes a Tick per symbol and interval. Two would do no harm but cost twice.

locals {
  clock_jars = "/opt/stockmate/stockmate-producers.jar:/opt/stockmate/stockmate-jobs.jar"
}

resource "kubernetes_service_account_v1" "clock" {
  metadata {
    name        = "clock"
    namespace   = kubernetes_namespace_v1.jobs.metadata[0].name
    annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.clock.arn }
  }
}

resource "kubernetes_deployment_v1" "clock" {
  metadata {
    name      = "clock"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  spec {
    replicas = "1"

    strategy {
      type = "Recreate"
    }

    selector {
      match_labels = { app = "clock" }
    }

    template {
      metadata {
        labels      = { app = "clock" }
        annotations = { "stockmate/properties" = sha256(local.properties) }
      }

      spec {
        service_account_name = kubernetes_service_account_v1.clock.metadata[0].name

        container {
          name    = "clock"
          image   = local.image
          command = ["java", "-cp", "${local.clock_jars}:/opt/flink/lib/*", "io.stockmate.producers.ClockProgram"]
          args    = ["/opt/stockmate/configuration/properties.json"]

          resources {
            requests = { cpu = "100m", memory = "256Mi" }
            limits   = { memory = "512Mi" }
          }

          security_context {
            allow_privilege_escalation = false
            read_only_root_filesystem  = true
            run_as_non_root            = true
            run_as_user                = "9999"
          }

          volume_mount {
            name       = "configuration"
            mount_path = "/opt/stockmate/configuration"
            read_only  = true
          }
        }

        volume {
          name = "configuration"

          config_map {
            name = kubernetes_config_map_v1.jobs.metadata[0].name
          }
        }
      }
    }
  }

  depends_on = [aws_eks_node_group.this, aws_iam_role_policy.clock]
}
