package io.stockmate.local.terraform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All checks of a module's texts; what they find, one line each. */
final class TerraformCheck {
    private final Path directory;
    private final Schema schema;

    TerraformCheck(Path directory) {
        this.directory = directory;
        this.schema = Schema.read(directory.resolve("schema/providers.json"));
    }

    /**
     * Metrics are checked for production, where a job has several task managers.
     *
     * @param texts by file, as {@link Stack#texts} reads them
     */
    List<String> findings(Map<String, String> texts) {
        Stack stack = Stack.of(directory, texts);
        Evaluation evaluation =
                new Evaluation(stack, Stack.values("test.tfvars", texts.getOrDefault("test.tfvars", "")));
        List<String> findings = new ArrayList<>();
        findings.addAll(SchemaCheck.findings(stack, schema));
        findings.addAll(ReferenceCheck.findings(stack, schema, evaluation));
        findings.addAll(VariableCheck.findings(stack, texts));
        findings.addAll(NameCheck.findings(stack, evaluation));
        findings.addAll(PermissionCheck.findings(stack, evaluation));
        findings.addAll(PropertyCheck.findings(evaluation));
        Evaluation production =
                new Evaluation(stack, Stack.values("production.tfvars", texts.getOrDefault("production.tfvars", "")));
        findings.addAll(MetricCheck.findings(production));
        findings.addAll(AlarmCheck.findings(stack, production));
        findings.addAll(DashboardCheck.findings(production));
        return findings;
    }
}
