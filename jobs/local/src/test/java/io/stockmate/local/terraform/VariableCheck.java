package io.stockmate.local.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that variables and outputs are described, typed and validated, and that values are given to variables. */
final class VariableCheck {
    private VariableCheck() {}

    static List<String> findings(Stack stack, Map<String, String> texts) {
        List<String> findings = new ArrayList<>();
        stack.variables().forEach((name, variable) -> {
            for (String needed : List.of("type", "description")) {
                if (variable.argument(needed) == null) {
                    findings.add(variable.at() + "the variable " + name + " has no " + needed);
                }
            }
            if (variable.blocks("validation").isEmpty()) {
                findings.add(variable.at() + "the variable " + name + " has no validation");
            }
        });
        for (Block output : stack.blocks("output")) {
            if (output.argument("description") == null) {
                findings.add(output.at() + "the output " + output.labels().get(0) + " has no description");
            }
        }
        findings.addAll(values(stack, texts));
        return findings;
    }

    /** Every file of values sets the same variables, among them those without a default. */
    private static List<String> values(Stack stack, Map<String, String> texts) {
        List<String> findings = new ArrayList<>();
        Map<String, Set<String>> set = new TreeMap<>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".tfvars")) {
                set.put(file, new TreeSet<>(Stack.values(file, text).keySet()));
            }
        });
        Set<String> all = new TreeSet<>();
        set.values().forEach(all::addAll);
        stack.variables().forEach((name, variable) -> {
            if (variable.argument("default") == null) {
                all.add(name);
            }
        });
        set.forEach((file, names) -> {
            for (String name : all) {
                if (!names.contains(name)) {
                    findings.add(file + ": " + name + " is not set");
                } else if (!stack.variables().containsKey(name)) {
                    findings.add(file + ": the variable " + name + " is not declared");
                }
            }
        });
        return findings;
    }
}
