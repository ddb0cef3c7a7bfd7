package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas in {@code lake/schema} are the tables' contract with those who read the lake. */
class SchemaTest {
    private static final Path SCHEMAS = Path.of("schema");
    private static final boolean REGENERATE = Boolean.getBoolean("regenerate");

    @ParameterizedTest
    @EnumSource
    void schemaIsThatOfTheMessage(LakeTable table) throws IOException {
        Path file = SCHEMAS.resolve(table.tableName() + ".avsc");
        String generated = AvroSchemas.of(table).toString(true) + "\n";
        if (REGENERATE) {
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as(
                        "drifted from the message; if that is wanted and old files stay readable: "
                                + "mvn test -pl lake -am -Dtest=SchemaTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate=true")
                .exists()
                .hasContent(generated);
    }

    @Test
    void everySchemaHasATable() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(LakeTable.values())
                            .map(table -> table.tableName() + ".avsc")
                            .toList());
        }
    }
}
