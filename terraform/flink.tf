# Flink: the operator, and one FlinkDeployment per job. What the jobs are told is the code's own jobs.json and what only
# this stack knows; the jobs refuse a property that they do not know.

locals {
  image = "${aws_ecr_repository.this["stockmate"].repository_url}:${var.image_tag}"

  shared_properties = {
    for group in jsondecode(file("${path.module}/../jobs/pipelines/src/main/resources/io/stockmate/pipelines/jobs.json")) :
    group.PropertyGroupId => group.PropertyMap
  }

  job_settings = {
    "execution.checkpointing.interval" = "${var.checkpoint_seconds} s"
    "execution.checkpointing.timeout"  = "10 min"
  }

  database = {
    "database.url"  = "jdbc:postgresql://${aws_db_instance.ledger.address}:${local.postgres_port}/stockmate?sslmode=verify-full&sslrootcert=/opt/stockmate/configuration/database-ca.pem&authenticationPluginClassName=io.stockmate.connectors.jdbc.IamToken"
    "database.user" = "accounting"
  }

  in_region = { "aws.region" = var.region }

  own_properties = {
    "matching"               = { "operators" = join(",", var.operators) }
    "matching.flink"         = local.job_settings
    "matching.commands"      = local.in_region
    "matching.events"        = local.in_region
    "matching.order-status"  = local.in_region
    "matching.lake"          = { "path" = local.lake }
    "anomaly.flink"          = local.job_settings
    "anomaly.events"         = local.in_region
    "anomaly.alerts"         = local.in_region
    "anomaly.lake"           = { "path" = local.lake }
    "demand.flink"           = local.job_settings
    "demand.events"          = local.in_region
    "demand.alerts"          = local.in_region
    "demand.lake"            = { "path" = local.lake }
    "accounting.flink"       = local.job_settings
    "accounting.events"      = local.in_region
    "accounting.alerts"      = local.in_region
    "accounting.delivery"    = local.in_region
    "accounting.lake"        = { "path" = local.lake }
    "accounting.ledger"      = local.database
    "accounting.projections" = local.database
    "accounting.billing"     = local.database
    "accounting.orders"      = merge(local.in_region, { "table.name" = aws_dynamodb_table.orders.name })
    "clock"                  = { "interval.seconds" = tostring(var.clock_seconds) }
    "clock.commands"         = merge(local.in_region, { "stream.name" = aws_kinesis_stream.this["commands"].name })
    "clock.events"           = merge(local.in_region, { "stream.name" = aws_kinesis_stream.this["events"].name })
  }

  property_groups = [
    for id in sort(distinct(concat(keys(local.shared_properties), keys(local.own_properties)))) : {
      PropertyGroupId = id
      PropertyMap     = merge(lookup(local.shared_properties, id, {}), lookup(local.own_properties, id, {}))
    }
  ]
  properties = jsonencode(local.property_groups)
}

resource "kubernetes_namespace_v1" "jobs" {
  metadata {
    name   = local.namespace
    labels = { "pod-security.kubernetes.io/enforce" = "baseline" }
  }

  depends_on = [aws_eks_access_policy_association.operator]
}

resource "kubernetes_config_map_v1" "jobs" {
  metadata {
    name      = "stockmate"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  data = {
    "properties.json" = local.properties
    "database-ca.pem" = file(var.ledger_ca_file)
  }
}

resource "kubernetes_service_account_v1" "job" {
  for_each = local.jobs

  metadata {
    name        = each.key
    namespace   = kubernetes_namespace_v1.jobs.metadata[0].name
    annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.job[each.key].arn }
  }
}

# A job manager makes its task managers' pods and keeps its leader and checkpoints in config maps.
resource "kubernetes_role_v1" "job" {
  metadata {
    name      = "job"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  rule {
    api_groups = [""]
    resources  = ["configmaps", "pods"]
    verbs      = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]
  }

  rule {
    api_groups = [""]
    resources  = ["services"]
    verbs      = ["get", "list", "watch"]
  }

  rule {
    api_groups = ["apps"]
    resources  = ["deployments"]
    verbs      = ["get", "list", "watch"]
  }
}

resource "kubernetes_role_binding_v1" "job" {
  for_each = local.jobs

  metadata {
    name      = each.key
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = kubernetes_role_v1.job.metadata[0].name
  }

  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account_v1.job[each.key].metadata[0].name
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }
}

# Pods talk to each other, to the cluster's names and to the network's endpoints; nobody outside talks to them.
resource "kubernetes_network_policy_v1" "jobs" {
  metadata {
    name      = "inside-only"
    namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  }

  spec {
    policy_types = ["Ingress"]
    pod_selector {}

    ingress {
      from {
        pod_selector {}
      }

      from {
        namespace_selector {
          match_labels = { "kubernetes.io/metadata.name" = helm_release.operator.namespace }
        }
      }
    }
  }
}

resource "helm_release" "operator" {
  name             = "flink-kubernetes-operator"
  namespace        = "flink-operator"
  create_namespace = true
  chart            = var.flink_operator_chart

  values = [yamlencode({
    image = {
      repository = aws_ecr_repository.this["flink-kubernetes-operator"].repository_url
      tag        = var.flink_operator_version
    }
    watchNamespaces = [kubernetes_namespace_v1.jobs.metadata[0].name]
    webhook         = { create = false }
  })]

  depends_on = [aws_eks_node_group.this, aws_eks_addon.names]
}

resource "helm_release" "job" {
  for_each = local.jobs

  name      = each.key
  namespace = kubernetes_namespace_v1.jobs.metadata[0].name
  chart     = "${path.module}/charts/flink-job"

  values = [yamlencode({ spec = {
    image          = local.image
    flinkVersion   = "v1_20"
    serviceAccount = kubernetes_service_account_v1.job[each.key].metadata[0].name
    jobManager     = { resource = { cpu = 0.5, memory = "1536m" } }
    taskManager    = { resource = { cpu = var.job_cpu, memory = "${var.job_memory_mb}m" } }

    job = {
      jarURI      = "local:///opt/stockmate/stockmate-jobs.jar"
      entryClass  = each.value.class
      args        = ["/opt/stockmate/configuration/properties.json"]
      parallelism = var.job_parallelism
      upgradeMode = "savepoint"
      state       = "running"
    }

    # A new checkpoint directory, or other properties, make the operator upgrade the job with a savepoint.
    podTemplate = {
      metadata = { annotations = { "stockmate/properties" = sha256(local.properties) } }
      spec = {
        containers = [{
          name         = "flink-main-container"
          volumeMounts = [{ name = "configuration", mountPath = "/opt/stockmate/configuration", readOnly = true }]
        }]
        volumes = [{ name = "configuration", configMap = { name = kubernetes_config_map_v1.jobs.metadata[0].name } }]
      }
    }

    flinkConfiguration = {
      "high-availability.type"                          = "kubernetes"
      "high-availability.storageDir"                    = "s3://${aws_s3_bucket.this["state"].bucket}/${each.key}/availability"
      "execution.checkpointing.dir"                     = "s3://${aws_s3_bucket.this["state"].bucket}/${each.key}/checkpoints"
      "execution.checkpointing.savepoint-dir"           = "s3://${aws_s3_bucket.this["state"].bucket}/${each.key}/savepoints"
      "taskmanager.numberOfTaskSlots"                   = "1"
      "taskmanager.memory.managed.fraction"             = "0.3"
      "web.submit.enable"                               = "false"
      "web.cancel.enable"                               = "false"
      "env.java.opts.all"                               = "--add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.time=ALL-UNNAMED"
      "fs.s3a.aws.credentials.provider"                 = "com.amazonaws.auth.WebIdentityTokenCredentialsProvider"
      "metrics.reporters"                               = "prometheus"
      "metrics.reporter.prometheus.factory.class"       = "org.apache.flink.metrics.prometheus.PrometheusReporterFactory"
      "metrics.reporter.prometheus.port"                = tostring(local.metrics_port)
      "kubernetes.operator.savepoint.history.max.count" = "5"
    }
  } })]

  depends_on = [
    helm_release.operator, kubernetes_role_binding_v1.job, aws_iam_role_policy.job, aws_kinesis_firehose_delivery_stream.this
  ]
}
