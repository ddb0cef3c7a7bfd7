package io.stockmate.local.terraform;

import io.stockmate.local.terraform.Block.Argument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the policy documents of a stack say, each evaluated for each of its instances. */
final class Policies {
    private static final Pattern DOCUMENT =
            Pattern.compile("\\$\\{data[.]aws_iam_policy_document[.](\\w+)(?:\\[\"([^\"]*)\"])?[.]json}");

    /**
     * A statement's actions and resources.
     *
     * @param at where it is written
     */
    record Grant(String document, String effect, TreeSet<String> actions, TreeSet<String> resources, String at) {}

    private final Map<String, List<Grant>> documents = new TreeMap<>();

    Policies(Stack stack, Evaluation evaluation) {
        Map<String, List<String>> sources = new TreeMap<>();
        for (Block resource : stack.resources().values()) {
            if (!resource.address().startsWith("data.aws_iam_policy_document.")) {
                continue;
            }
            evaluation.instances(resource).forEach((key, each) -> {
                String name = resource.labels().get(1) + (key.isEmpty() ? "" : "." + key);
                List<Grant> grants = new ArrayList<>();
                for (Block statement : resource.blocks("statement")) {
                    Expression effect = statement.argument("effect");
                    grants.add(new Grant(
                            name,
                            effect == null ? "Allow" : Functions.text(evaluation.value(effect, each)),
                            strings(statement, "actions", evaluation, each),
                            strings(statement, "resources", evaluation, each),
                            statement.at()));
                }
                documents.put(name, grants);
                sources.put(name, new ArrayList<>(strings(resource, "source_policy_documents", evaluation, each)));
            });
        }
        sources.forEach((name, included) -> included.forEach(
                source -> documents.getOrDefault(name, List.of()).addAll(of(source))));
    }

    private static TreeSet<String> strings(
            Block block, String argument, Evaluation evaluation, Map<String, Object> each) {
        TreeSet<String> strings = new TreeSet<>();
        Argument given = block.arguments().get(argument);
        if (given != null && evaluation.value(given.value(), each) instanceof Collection<?> elements) {
            elements.forEach(element -> strings.add(Functions.text(element)));
        }
        return strings;
    }

    /** The grants of the document that a reference to its JSON means; none where it is no such reference. */
    List<Grant> of(String reference) {
        Matcher matcher = DOCUMENT.matcher(reference);
        if (!matcher.matches()) {
            return List.of();
        }
        return documents.getOrDefault(
                matcher.group(1) + (matcher.group(2) == null ? "" : "." + matcher.group(2)), List.of());
    }

    List<Grant> all() {
        return documents.values().stream().flatMap(List::stream).toList();
    }
}
