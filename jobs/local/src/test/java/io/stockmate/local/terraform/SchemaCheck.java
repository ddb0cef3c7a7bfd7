package io.stockmate.local.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares resources and data with the providers' schema: types, arguments, blocks. */
final class SchemaCheck {
    private static final Set<String> OF_EVERY_RESOURCE =
            Set.of("count", "for_each", "depends_on", "provider", "lifecycle");

    private final Schema schema;
    private final List<String> findings = new ArrayList<>();

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    static List<String> findings(Stack stack, Schema schema) {
        SchemaCheck check = new SchemaCheck(schema);
        stack.resources().values().forEach(check::resource);
        return check.findings;
    }

    private void resource(Block resource) {
        JsonNode type = schema.type(resource);
        if (type == null) {
            findings.add(resource.at() + resource.labels().get(0) + " is not in terraform/schema");
        } else {
            body(resource, resource.address(), type, OF_EVERY_RESOURCE);
        }
    }

    private void body(Block body, String name, JsonNode expected, Set<String> besides) {
        Set<String> arguments = Schema.arguments(expected);
        body.arguments().forEach((argument, value) -> {
            if (!arguments.contains(argument) && !besides.contains(argument)) {
                findings.add(body.at(value.line()) + name + " takes no argument " + argument);
            }
        });
        for (String required : Schema.required(expected)) {
            if (!body.arguments().containsKey(required)) {
                findings.add(body.at() + name + " lacks the argument " + required);
            }
        }
        Set<String> seen = new HashSet<>();
        for (Block block : body.blocks()) {
            boolean dynamic = block.type().equals("dynamic");
            String blockName = dynamic ? block.labels().get(0) : block.type();
            if (besides.contains(blockName)) {
                continue;
            }
            JsonNode known = expected.path("blocks").get(blockName);
            if (known == null) {
                findings.add(block.at() + name + " takes no block " + blockName);
                continue;
            }
            if (!seen.add(blockName) && known.path("single").asBoolean()) {
                findings.add(block.at() + name + " takes one block " + blockName + " only");
            }
            for (Block content : dynamic ? block.blocks("content") : List.of(block)) {
                body(content, name + " " + blockName, known.path("body"), Set.of());
            }
        }
        expected.path("blocks").fields().forEachRemaining(block -> {
            if (block.getValue().path("required").asBoolean() && !seen.contains(block.getKey())) {
                findings.add(body.at() + name + " lacks the block " + block.getKey());
            }
        });
    }
}
