# The optional front door: POST /commands, one command as JSON, signed in by Cognito. Its clients are programs that the
# operators trust: like every writer of the stream, one may speak for any account.

locals {
  door = var.front_door ? 1 : 0
}

resource "aws_cognito_user_pool" "door" {
  count = local.door

  name                = var.name
  deletion_protection = "ACTIVE"

  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_domain" "door" {
  count = local.door

  domain       = "${var.name}-${local.account}"
  user_pool_id = aws_cognito_user_pool.door[0].id
}

resource "aws_cognito_resource_server" "door" {
  count = local.door

  identifier   = "commands"
  name         = "Commands"
  user_pool_id = aws_cognito_user_pool.door[0].id

  scope {
    scope_name        = "write"
    scope_description = "Submit commands"
  }
}

resource "aws_cognito_user_pool_client" "door" {
  count = local.door

  name                                 = "producer"
  user_pool_id                         = aws_cognito_user_pool.door[0].id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["${aws_cognito_resource_server.door[0].identifier}/write"]
}

resource "aws_api_gateway_rest_api" "door" {
  count = local.door

  name        = var.name
  description = "Commands of Stockmate"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_authorizer" "door" {
  count = local.door

  name          = "cognito"
  rest_api_id   = aws_api_gateway_rest_api.door[0].id
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.door[0].arn]
}

resource "aws_api_gateway_resource" "commands" {
  count = local.door

  rest_api_id = aws_api_gateway_rest_api.door[0].id
  parent_id   = aws_api_gateway_rest_api.door[0].root_resource_id
  path_part   = "commands"
}

resource "aws_api_gateway_model" "command" {
  count = local.door

  rest_api_id  = aws_api_gateway_rest_api.door[0].id
  name         = "Command"
  content_type = "application/json"

  schema = jsonencode({
    "$schema"  = "http://json-schema.org/draft-04/schema#"
    type       = "object"
    required   = ["type", "symbol", "account"]
    properties = { symbol = { type = "string", pattern = "^[A-Z0-9._-]{1,32}$" } }
  })
}

resource "aws_api_gateway_request_validator" "door" {
  count = local.door

  name                  = "body"
  rest_api_id           = aws_api_gateway_rest_api.door[0].id
  validate_request_body = true
}

resource "aws_api_gateway_method" "post" {
  count = local.door

  rest_api_id          = aws_api_gateway_rest_api.door[0].id
  resource_id          = aws_api_gateway_resource.commands[0].id
  http_method          = "POST"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.door[0].id
  authorization_scopes = ["${aws_cognito_resource_server.door[0].identifier}/write"]
  request_models       = { "application/json" = aws_api_gateway_model.command[0].name }
  request_validator_id = aws_api_gateway_request_validator.door[0].id
}

# The partition key is the symbol: any other would be a dead letter.
resource "aws_api_gateway_integration" "post" {
  count = local.door

  rest_api_id             = aws_api_gateway_rest_api.door[0].id
  resource_id             = aws_api_gateway_resource.commands[0].id
  http_method             = aws_api_gateway_method.post[0].http_method
  type                    = "AWS"
  integration_http_method = "POST"
  uri                     = "arn:${local.partition}:apigateway:${var.region}:kinesis:action/PutRecord"
  credentials             = aws_iam_role.door[0].arn
  passthrough_behavior    = "NEVER"

  request_templates = {
    "application/json" = jsonencode({
      StreamName   = aws_kinesis_stream.this["commands"].name
      PartitionKey = "$input.path('$.symbol')"
      Data         = "$util.base64Encode($input.body)"
    })
  }
}

resource "aws_api_gateway_method_response" "taken" {
  count = local.door

  rest_api_id = aws_api_gateway_rest_api.door[0].id
  resource_id = aws_api_gateway_resource.commands[0].id
  http_method = aws_api_gateway_method.post[0].http_method
  status_code = "200"
}

resource "aws_api_gateway_integration_response" "taken" {
  count = local.door

  rest_api_id = aws_api_gateway_rest_api.door[0].id
  resource_id = aws_api_gateway_resource.commands[0].id
  http_method = aws_api_gateway_method.post[0].http_method
  status_code = aws_api_gateway_method_response.taken[0].status_code

  depends_on = [aws_api_gateway_integration.post]
}

resource "aws_api_gateway_deployment" "door" {
  count = local.door

  rest_api_id = aws_api_gateway_rest_api.door[0].id
  triggers    = { definition = filesha256("${path.module}/front_door.tf") }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_api_gateway_integration_response.taken]
}

resource "aws_api_gateway_stage" "door" {
  count = local.door

  rest_api_id   = aws_api_gateway_rest_api.door[0].id
  deployment_id = aws_api_gateway_deployment.door[0].id
  stage_name    = "market"
}

resource "aws_api_gateway_method_settings" "door" {
  count = local.door

  rest_api_id = aws_api_gateway_rest_api.door[0].id
  stage_name  = aws_api_gateway_stage.door[0].stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = true
    throttling_rate_limit  = var.front_door_requests_per_second
    throttling_burst_limit = var.front_door_requests_per_second * 2
  }
}
