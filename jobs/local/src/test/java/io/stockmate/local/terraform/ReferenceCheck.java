package io.stockmate.local.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockmate.local.terraform.References.Reference;
import io.stockmate.local.terraform.References.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that what is referred to exists, and that what is declared is referred to. */
final class ReferenceCheck {
    private static final Set<String> GIVEN = Set.of("each", "count", "path", "self");

    /** The functions of Terraform that are in use. A misspelt one is not among them. */
    private static final Set<String> FUNCTIONS = Set.of(
            "alltrue",
            "base64decode",
            "can",
            "ceil",
            "cidrhost",
            "cidrsubnet",
            "concat",
            "contains",
            "distinct",
            "endswith",
            "file",
            "filesha256",
            "fileset",
            "floor",
            "format",
            "join",
            "jsondecode",
            "jsonencode",
            "keys",
            "length",
            "lookup",
            "max",
            "merge",
            "regex",
            "replace",
            "sha256",
            "sort",
            "split",
            "tostring",
            "toset",
            "trimprefix",
            "trimsuffix",
            "yamlencode");

    private final Stack stack;
    private final Schema schema;
    private final Evaluation evaluation;
    private final Map<String, Block> resources;
    private final Set<String> used = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    private ReferenceCheck(Stack stack, Schema schema, Evaluation evaluation) {
        this.stack = stack;
        this.schema = schema;
        this.evaluation = evaluation;
        this.resources = stack.resources();
    }

    static List<String> findings(Stack stack, Schema schema, Evaluation evaluation) {
        ReferenceCheck check = new ReferenceCheck(stack, schema, evaluation);
        for (Block block : stack.blocks()) {
            Set<String> typeNames = block.type().equals("variable")
                    ? Set.of("string", "number", "bool", "any")
                    : block.type().equals("terraform") ? Set.of("terraform") : Set.of();
            References.each(block, typeNames, check::reference);
            check.functions(block);
        }
        check.unused();
        return check.findings;
    }

    private void functions(Block block) {
        block.arguments().forEach((name, argument) -> functions(block, argument.value()));
        block.blocks().forEach(this::functions);
    }

    private void functions(Block block, Expression expression) {
        if (expression instanceof Expression.Call call
                && !FUNCTIONS.contains(call.function())
                && !(block.type().equals("variable") && call.function().equals("list"))) {
            findings.add(block.at(call.line()) + "the function " + call.function() + " is not known");
        }
        expression.parts().forEach(part -> functions(block, part));
    }

    private void reference(Block block, Reference reference) {
        String at = block.at(reference.line());
        switch (reference.root()) {
            case "var" -> {
                boolean itsOwn = block.type().equals("validation");
                declared(at, "variable", reference.field(0), stack.variables().keySet(), !itsOwn);
            }
            case "local" ->
                declared(at, "local value", reference.field(0), stack.locals().keySet(), true);
            case "module" -> {}
            case "data" -> resource(at, "data." + reference.field(0) + "." + reference.field(1), reference, 2);
            default -> {
                if (!GIVEN.contains(reference.root())) {
                    resource(at, reference.root() + "." + reference.field(0), reference, 1);
                }
            }
        }
    }

    /** @param counts whether what is referred to is used by that: not by a variable's own validation */
    private void declared(String at, String kind, String name, Set<String> names, boolean counts) {
        if (counts) {
            used.add(kind + " " + name);
        }
        if (!names.contains(name)) {
            findings.add(at + "the " + kind + " " + name + " is not declared");
        }
    }

    private void resource(String at, String address, Reference reference, int from) {
        Block resource = resources.get(address);
        if (resource == null) {
            findings.add(at + address + " is not declared");
            return;
        }
        JsonNode type = schema.type(resource);
        if (type == null) {
            return;
        }
        List<Step> steps = reference
                .steps()
                .subList(
                        Math.min(from, reference.steps().size()),
                        reference.steps().size());
        if (instance(at, address, resource, steps) && steps.size() > 1) {
            steps = steps.subList(1, steps.size());
        }
        String attribute = steps.isEmpty() ? null : steps.get(0).field();
        if (attribute == null || attribute.equals("*")) {
            return;
        }
        if (!Schema.attributes(type).contains(attribute)) {
            findings.add(at + address + " has no attribute " + attribute);
            return;
        }
        String field = steps.stream()
                .skip(1)
                .map(Step::field)
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
        Set<String> fields = Schema.fields(type, attribute);
        if (field != null && !fields.isEmpty() && !fields.contains(field)) {
            findings.add(at + address + "." + attribute + " has no attribute " + field);
        }
    }

    /** Whether the first step chooses one of several instances. */
    private boolean instance(String at, String address, Block resource, List<Step> steps) {
        boolean several = resource.argument("for_each") != null || resource.argument("count") != null;
        Step first = steps.isEmpty() ? null : steps.get(0);
        boolean chosen = first != null && (first.index() != null || "*".equals(first.field()));
        if (first != null && several != chosen) {
            findings.add(at
                    + address
                    + (several ? " has several instances: choose one in brackets" : " is one: it takes no brackets"));
        }
        Expression index = first == null ? null : first.index();
        if (index instanceof Expression.Literal literal && literal.value() instanceof String key) {
            Set<String> keys = evaluation.instances(resource).keySet();
            if (!keys.contains(key)) {
                findings.add(at + address + " has no instance " + key + ", only " + String.join(", ", keys));
            }
        }
        return chosen;
    }

    private void unused() {
        stack.variables().forEach((name, variable) -> {
            if (!used.contains("variable " + name)) {
                findings.add(variable.at() + "the variable " + name + " is not used");
            }
        });
        for (Block locals : stack.blocks("locals")) {
            locals.arguments().forEach((name, argument) -> {
                if (!used.contains("local value " + name)) {
                    findings.add(locals.at(argument.line()) + "the local value " + name + " is not used");
                }
            });
        }
    }

    /** The text of a literal; null where it is none. */
    static @Nullable String text(@Nullable Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof String text ? text : null;
    }
}
