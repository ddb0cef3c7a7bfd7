package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The schemas in {@code lake/schema} and the definitions in {@code lake/tables} are the contract with readers. */
class SchemaTest {
    private static final Path SCHEMAS = Path.of("schema");
    private static final Path TABLES = Path.of("tables");
    private static final int COMMENT_CHARACTERS_MAX = 255;
    private static final boolean REGENERATE = Boolean.getBoolean("regenerate");

    @ParameterizedTest
    @FieldSource("io.stockmate.lake.Relation#ALL")
    void schemaIsThatOfTheMessage(Relation table) throws IOException {
        assertGenerated(
                SCHEMAS.resolve(table.tableName() + ".avsc"),
                AvroSchemas.of(table).toString(true) + "\n");
    }

    @ParameterizedTest
    @FieldSource("io.stockmate.lake.Relation#ALL")
    void tableInGlueIsThatOfTheMessage(Relation table) throws IOException {
        assertGenerated(TABLES.resolve(table.tableName() + ".json"), GlueTables.json(table));
    }

    private static void assertGenerated(Path file, String generated) throws IOException {
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

    /** Glue takes no longer comment, and Athena shows others than ASCII badly. */
    @ParameterizedTest
    @FieldSource("io.stockmate.lake.Relation#ALL")
    void everyColumnSaysWhatItMeans(Relation table) {
        assertThat(table.columns()).allSatisfy(column -> assertThat(Comments.of(table, column.name()))
                .hasSizeBetween(1, COMMENT_CHARACTERS_MAX)
                .containsPattern("^[ -~]+$"));
    }

    @Test
    void noCommentIsLeftOver() {
        assertThat(Comments.unused()).isEmpty();
    }

    @Test
    void everySchemaHasATable() throws IOException {
        assertThat(namesIn(SCHEMAS, ".avsc")).containsExactlyInAnyOrderElementsOf(tableNames());
        assertThat(namesIn(TABLES, ".json")).containsExactlyInAnyOrderElementsOf(tableNames());
    }

    private static List<String> tableNames() {
        return LakeQueries.relations();
    }

    private static List<String> namesIn(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .toList();
        }
    }
}
