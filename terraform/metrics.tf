# What the jobs report, in CloudWatch: one pod asks each of Flink's pods for its metrics, as Prometheus would, and sends
# on those that alarms and dashboard need (job_metrics.tf). Each row of a metric by its labels costs as a custom metric.
# While the pod is away the alarms on checkpoints say so; nothing else suffers.

locals {
  metrics_port      = 9249
  metrics_namespace = "Stockmate"
  scrape_seconds    = 60

  metrics_agent = {
    agent = { region = var.region }
    logs = {
      force_flush_interval = 15
      metrics_collected = {
        prometheus = {
          log_group_name         = aws_cloudwatch_log_group.metrics.name
          prometheus_config_path = "/etc/prometheusconfig/prometheus.yaml"
          emf_processor = {
            metric_namespace         = local.metrics_namespace
            metric_declaration_dedup = true
            metric_declaration = [
              for metric in local.job_metrics : {
                source_labels    = ["job_name"]
                label_matcher    = "^(${join("|", sort(keys(local.jobs)))})$"
                dimensions       = [metric.labels]
                metric_selectors = ["^${metric.name}$"]
              }
            ]
          }
        }
      }
    }
  }

  # Flink's pods name no port for metrics: whatever ports a pod names, it is asked once, at the one of the reporter.
  scraping = {
    global = { scrape_interval = "${local.scrape_seconds}s", scrape_timeout = "20s" }
    scrape_configs = [{
      job_name = "flink"
      kubernetes_sd_configs = [{
        role       = "pod"
        namespaces = { names = [local.namespace] }
      }]
      relabel_configs = [
        { source_labels = ["__meta_kubernetes_pod_label_type"], regex = "flink-native-kubernetes", action = "keep" },
        { source_labels = ["__meta_kubernetes_pod_phase"], regex = "Running", action = "keep" },
        {
          source_labels = ["__meta_kubernetes_pod_ip"]
          replacement   = "$1:${local.metrics_port}"
          target_label  = "__address__"
        }
      ]
      metric_relabel_configs = [
        {
          source_labels = ["__name__"]
          regex         = join("|", distinct([for metric in local.job_metrics : metric.name]))
          action        = "keep"
        },
        {
          source_labels = ["quantile"]
          regex         = join("|", concat([""], local.sent_quantiles))
          action        = "keep"
        }
      ]
    }]
  }
}

resource "aws_cloudwatch_log_group" "metrics" {
  name              = "/stockmate/${var.name}/metrics"
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this["watch"].arn
}

resource "kubernetes_config_map_v1" "metrics" {
  metadata {
    name      = "metrics"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  data = {
    "cwagentconfig.json" = jsonencode(local.metrics_agent)
    "prometheus.yaml"    = yamlencode(local.scraping)
  }
}

resource "kubernetes_service_account_v1" "metrics" {
  metadata {
    name        = "metrics"
    namespace   = kubernetes_namespace_v1.jobs.metadata[0].name
    annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.metrics.arn }
  }
}

# It looks for Flink's pods.
resource "kubernetes_role_v1" "metrics" {
  metadata {
    name      = "metrics"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  rule {
    api_groups = [""]
    resources  = ["pods"]
    verbs      = ["get", "list", "watch"]
  }
}

resource "kubernetes_role_binding_v1" "metrics" {
  metadata {
    name      = "metrics"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = kubernetes_role_v1.metrics.metadata[0].name
  }

  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account_v1.metrics.metadata[0].name
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }
}

resource "kubernetes_deployment_v1" "metrics" {
  metadata {
    name      = "metrics"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  spec {
    replicas = "1"

    strategy {
      type = "Recreate"
    }

    selector {
      match_labels = { app = "metrics" }
    }

    template {
      metadata {
        labels      = { app = "metrics" }
        annotations = { "stockmate/metrics" = sha256(jsonencode([local.metrics_agent, local.scraping])) }
      }

      spec {
        service_account_name = kubernetes_service_account_v1.metrics.metadata[0].name

        container {
          name  = "metrics"
          image = "${aws_ecr_repository.this["cloudwatch-agent"].repository_url}:${var.cloudwatch_agent_version}"

          resources {
            requests = { cpu = "100m", memory = "256Mi" }
            limits   = { memory = "512Mi" }
          }

          security_context {
            allow_privilege_escalation = false
          }

          # It takes every file in the first directory for one of its own.
          volume_mount {
            name       = "agent"
            mount_path = "/etc/cwagentconfig"
            read_only  = true
          }

          volume_mount {
            name       = "scraping"
            mount_path = "/etc/prometheusconfig"
            read_only  = true
          }
        }

        volume {
          name = "agent"

          config_map {
            name = kubernetes_config_map_v1.metrics.metadata[0].name

            items {
              key  = "cwagentconfig.json"
              path = "cwagentconfig.json"
            }
          }
        }

        volume {
          name = "scraping"

          config_map {
            name = kubernetes_config_map_v1.metrics.metadata[0].name

            items {
              key  = "prometheus.yaml"
              path = "prometheus.yaml"
            }
          }
        }
      }
    }
  }

  depends_on = [aws_eks_node_group.this, aws_iam_role_policy.metrics]
}

resource "aws_iam_role" "metrics" {
  name               = "${var.name}-metrics"
  assume_role_policy = data.aws_iam_policy_document.service_account["metrics"].json
}

resource "aws_iam_role_policy" "metrics" {
  name   = "metrics"
  role   = aws_iam_role.metrics.id
  policy = data.aws_iam_policy_document.metrics.json
}

# Metrics come to CloudWatch in lines of a log.
data "aws_iam_policy_document" "metrics" {
  statement {
    sid       = "WriteMetrics"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.metrics.arn}:*"]
  }
}
