package io.stockmate.local.terraform;

import io.stockmate.local.terraform.Policies.Grant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that nobody may do everything, and that jobs and clock may do what they do and nothing else. */
final class PermissionCheck {
    private final Stack stack;
    private final Evaluation evaluation;
    private final Policies policies;
    private final List<String> findings = new ArrayList<>();

    private PermissionCheck(Stack stack, Evaluation evaluation) {
        this.stack = stack;
        this.evaluation = evaluation;
        this.policies = new Policies(stack, evaluation);
    }

    static List<String> findings(Stack stack, Evaluation evaluation) {
        PermissionCheck check = new PermissionCheck(stack, evaluation);
        check.wildcards();
        check.jobs();
        return check.findings;
    }

    /** In a key's own policy the resource * means that key. */
    private void wildcards() {
        for (Grant grant : policies.all()) {
            if (grant.document().equals("key") || !grant.effect().equals("Allow")) {
                continue;
            }
            if (grant.resources().stream()
                    .anyMatch(resource -> resource.equals("*") || resource.startsWith("arn:aws:s3:::*"))) {
                findings.add(grant.at() + grant.document() + " is granted " + grant.actions() + " on everything");
            }
            grant.actions().stream()
                    .filter(action -> action.contains("*"))
                    .forEach(action -> findings.add(grant.at() + grant.document() + " is granted all of " + action));
        }
    }

    private void jobs() {
        Map<String, List<String>> tables = tables();
        Map<String, TreeSet<String>> expected =
                CallsOfTheJobs.byName(tables, Functions.text(evaluation.value(region(), Map.of())));
        expected.forEach((name, calls) -> {
            List<Grant> grants = grants(name);
            if (grants.isEmpty()) {
                findings.add("the job " + name + " has no role with a policy");
                return;
            }
            TreeSet<String> granted = new TreeSet<>();
            for (Grant grant : grants) {
                for (String action : grant.actions()) {
                    grant.resources().forEach(resource -> granted.add(CallsOfTheJobs.call(action, resource)));
                }
            }
            calls.stream()
                    .filter(call -> !granted.contains(call))
                    .forEach(call -> findings.add(name + " lacks " + call));
            granted.stream()
                    .filter(call -> !calls.contains(call))
                    .forEach(call -> findings.add(name + " does not need " + call));
        });
    }

    private static Expression region() {
        return new Expression.Field(new Expression.Name("var", 0), "region");
    }

    private Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new TreeMap<>();
        if (evaluation.local("jobs") instanceof Map<?, ?> jobs) {
            jobs.forEach((job, described) -> {
                List<String> own = new ArrayList<>();
                if (described instanceof Map<?, ?> map && map.get("tables") instanceof Collection<?> names) {
                    names.forEach(name -> own.add(String.valueOf(name)));
                }
                tables.put(String.valueOf(job), own);
            });
        }
        return tables;
    }

    /** By the resources that give roles their policies. */
    private List<Grant> grants(String name) {
        List<Grant> grants = new ArrayList<>();
        for (Block policy : stack.resources().values()) {
            if (!policy.labels().get(0).equals("aws_iam_role_policy")) {
                continue;
            }
            evaluation.instances(policy).forEach((key, each) -> {
                Expression role = policy.argument("role");
                Expression document = policy.argument("policy");
                String owner = key.isEmpty() ? "aws_iam_role." + name + ".id" : "aws_iam_role.job[\"" + name + "\"].id";
                if (role != null
                        && document != null
                        && Functions.text(evaluation.value(role, each)).equals("${" + owner + "}")) {
                    grants.addAll(policies.of(Functions.text(evaluation.value(document, each))));
                }
            });
        }
        return grants;
    }
}
