package io.stockmate.local.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PlantedMistakesTest {
    private static final TerraformCheck CHECK = new TerraformCheck(TerraformTest.DIRECTORY);
    private static final Map<String, String> TEXTS = Stack.texts(TerraformTest.DIRECTORY);

    @TestFactory
    Stream<DynamicTest> isFound() {
        return Stream.of(MistakesInTexts.ALL, MistakesInNames.ALL, MistakesInMetrics.ALL)
                .flatMap(List::stream)
                .map(mistake -> DynamicTest.dynamicTest(mistake.kind(), () -> {
                    String text = TEXTS.get(mistake.file());
                    assertThat(text).contains(mistake.right());
                    Map<String, String> texts = new TreeMap<>(TEXTS);
                    texts.put(mistake.file(), text.replace(mistake.right(), mistake.wrong()));
                    assertThat(CHECK.findings(texts)).anyMatch(line -> line.contains(mistake.found()));
                }));
    }

    @Test
    void textThatIsNoHclIsRefusedWithItsPlace() {
        Map<String, String> texts = new TreeMap<>(TEXTS);
        texts.put("orders.tf", "resource \"aws_dynamodb_table\" \"orders\" {\n  name = \n}\n");
        assertThatThrownBy(() -> CHECK.findings(texts)).hasMessageStartingWith("orders.tf:2: expected a name");
    }
}
