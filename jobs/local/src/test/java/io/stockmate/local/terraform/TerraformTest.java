package io.stockmate.local.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TerraformTest {
    static final Path DIRECTORY = Path.of("../../terraform").toAbsolutePath().normalize();

    private static final Map<String, String> TEXTS = Stack.texts(DIRECTORY);
    private static final Stack STACK = Stack.of(DIRECTORY, TEXTS);

    @Test
    void nothingIsFoundInTheStack() {
        assertThat(new TerraformCheck(DIRECTORY).findings(TEXTS)).isEmpty();
    }

    @Test
    void nothingIsFoundInTheExample() {
        Path directory = DIRECTORY.resolve("examples/minimal");
        Map<String, String> texts = Stack.texts(directory);
        Stack example = Stack.of(directory, texts);
        Schema schema = Schema.read(DIRECTORY.resolve("schema/providers.json"));
        List<String> findings =
                new ArrayList<>(ReferenceCheck.findings(example, schema, new Evaluation(example, Map.of())));
        findings.addAll(VariableCheck.findings(example, texts));
        assertThat(findings).isEmpty();
        assertThat(example.blocks("module")).hasSize(1);
        Set<String> given =
                new TreeSet<>(example.blocks("module").get(0).arguments().keySet());
        given.remove("source");
        assertThat(STACK.variables().keySet()).containsAll(given);
        STACK.variables().forEach((name, variable) -> {
            if (variable.argument("default") == null) {
                assertThat(given).contains(name);
            }
        });
    }

    @Test
    void testAndProductionDifferInNamesSizesAndTheAccountsOperators() {
        Map<String, Expression> test = Stack.values("test.tfvars", TEXTS.get("test.tfvars"));
        Map<String, Expression> production = Stack.values("production.tfvars", TEXTS.get("production.tfvars"));
        Set<String> names = Set.of("name", "operator_email", "operator_role_arns");
        Set<String> sizes = test.keySet().stream()
                .filter(name -> name.matches("(zones|node|job|stream|ledger|budget|query|log|accounting).*")
                        && !name.equals("ledger_ca_file"))
                .collect(Collectors.toSet());
        test.forEach((name, value) -> {
            if (!value.equals(production.get(name))) {
                assertThat(name).matches(different -> names.contains(different) || sizes.contains(different));
            }
        });
        assertThat(sizes).noneMatch(name -> name.contains("mode"));
    }

    @Test
    void schemaHasTheTypesInUseAndNoOther() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        STACK.resources()
                .values()
                .forEach(resource -> used.add((resource.type().equals("data") ? "data." : "")
                        + resource.labels().get(0)));
        TreeSet<String> described = new TreeSet<>();
        new ObjectMapper()
                .readTree(DIRECTORY.resolve("schema/providers.json").toFile())
                .path("types")
                .fieldNames()
                .forEachRemaining(described::add);
        assertThat(described).isEqualTo(used);
        assertThat(Files.readAllLines(DIRECTORY.resolve("schema/types.txt"))).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void readmeHasTheTableOfVariables() throws IOException {
        String table = STACK.blocks("variable").stream().map(TerraformTest::row).collect(Collectors.joining("\n"));
        assertThat(Files.readString(DIRECTORY.resolve("README.md"))).contains(table);
    }

    private static String row(Block variable) {
        Evaluation evaluation = new Evaluation(STACK, Map.of());
        Expression standard = variable.argument("default");
        Object value = standard == null ? null : evaluation.value(standard, Map.of());
        return "| `" + variable.labels().get(0) + "` | "
                + (standard == null ? "must be set" : "`" + Functions.text(value) + "`") + " | "
                + ReferenceCheck.text(variable.argument("description")) + " |";
    }
}
