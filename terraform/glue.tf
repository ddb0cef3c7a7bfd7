# Glue: the tables of lake/tables, which the lake's own tests read, too.

locals {
  table_files = fileset("${path.module}/../lake/tables", "*.json")
  tables = {
    for name in local.table_files : trimsuffix(name, ".json") => jsondecode(
      replace(file("${path.module}/../lake/tables/${name}"), "$${lake}", local.lake)
    )
  }
}

resource "aws_glue_catalog_database" "lake" {
  name        = replace(var.name, "-", "_")
  description = "The lake of Stockmate"
}

resource "aws_glue_catalog_table" "this" {
  for_each = local.tables

  name          = each.key
  database_name = aws_glue_catalog_database.lake.name
  description   = lookup(each.value, "Description", null)
  table_type    = each.value.TableType
  parameters    = each.value.Parameters

  dynamic "partition_keys" {
    for_each = each.value.PartitionKeys

    content {
      name    = partition_keys.value.Name
      type    = partition_keys.value.Type
      comment = lookup(partition_keys.value, "Comment", null)
    }
  }

  storage_descriptor {
    location      = each.value.StorageDescriptor.Location
    input_format  = each.value.StorageDescriptor.InputFormat
    output_format = each.value.StorageDescriptor.OutputFormat

    ser_de_info {
      serialization_library = each.value.StorageDescriptor.SerdeInfo.SerializationLibrary
      parameters            = lookup(each.value.StorageDescriptor.SerdeInfo, "Parameters", null)
    }

    dynamic "columns" {
      for_each = each.value.StorageDescriptor.Columns

      content {
        name    = columns.value.Name
        type    = columns.value.Type
        comment = lookup(columns.value, "Comment", null)
      }
    }
  }
}
