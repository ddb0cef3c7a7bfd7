package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A saved query by its name: its comment, its parameters and its budget. */
class NamedQueryTest extends SavedQueryTrial {
    @Test
    void listIsThatOfTheFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            assertThat(NamedQuery.all().stream().map(query -> query.name() + ".sql"))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    static Stream<NamedQuery> queries() {
        return NamedQuery.all().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryIsAQuestionAndWithoutParametersAView(NamedQuery query) {
        assertThat(query.question()).endsWith("?");
        assertThat(query.sql()).doesNotContain(";");
        if (query.isView()) {
            assertThat(ask("SELECT count(*) FROM " + query.name()))
                    .containsExactly(List.of((long) ask(query.name()).size()));
        }
    }

    /** A question mark without a name would shift all values behind it. */
    @ParameterizedTest
    @MethodSource("queries")
    void everyPlaceNamesAParameterAndEveryParameterHasAPlace(NamedQuery query) {
        assertThat(NamedQuery.places(query.sql()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        query.parameters().stream().map(QueryParameter::name).toList());
        assertThat(NamedQuery.places(query.sql()).count())
                .isEqualTo(query.sql()
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .flatMapToInt(String::chars)
                        .filter(character -> character == '?')
                        .count());
        assertThat(query.sql().lines().filter(line -> line.startsWith("-- Parameter")))
                .hasSameSizeAs(query.parameters());
    }

    @Test
    void valuesThatAreMissingUnknownOrWrongAreRefused() {
        assertRefused(
                "stock_at_seq",
                Map.of("symbol", "S"),
                "stock_at_seq wants to be told seq: give --param seq=…; it takes symbol VARCHAR, seq BIGINT");
        assertRefused(
                "top_products",
                Map.of("top", "3"),
                "top_products has no parameter top; it takes from DATE = 2026-01-01, to DATE = 9999-12-31, products BIGINT = 10");
        assertRefused("match", Map.of("top", "3"), "match has no parameter top; it takes none");
        assertRefused("top_products", Map.of("products", "3; DROP"), "products is '3; DROP'; give a whole number");
        assertRefused(
                "top_products", Map.of("from", "yesterday"), "from is 'yesterday'; give a day such as 2026-03-04");
        assertRefused(
                "stock_at_time",
                Map.of("time", "noon"),
                "time is 'noon'; give a time in UTC such as '2026-03-04 14:30:00'");
        assertRefused("SELECT 1", Map.of("a", "b"), "parameters [a] go with a saved query, not with SQL");
    }

    private void assertRefused(String query, Map<String, String> parameters, String complaint) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            assertThatThrownBy(() -> lake.ask(query, parameters))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessage(complaint);
        }
    }

    /** A query that names no day reads all days. */
    @ParameterizedTest
    @MethodSource("queries")
    void everyBudgetIsAboutTablesOfTheQuery(NamedQuery query) {
        assertThat(query.budget().percent()).isBetween(1, 100);
        assertThat(query.budget().tables()).isNotEmpty().allMatch(table -> Relation.ALL.stream()
                .filter(relation -> relation.storedWith().tableName().equals(table))
                .anyMatch(relation -> Pattern.compile("\\b" + relation.tableName() + "\\b")
                        .matcher(query.sql().replaceAll("(?m)^--.*$", ""))
                        .find()));
    }

    @Test
    void valueIsNeverPartOfTheSql() {
        assertThat(ask("history_of_order", Map.of("orderId", "x' OR '1' = '1"))).isEmpty();
        assertThat(ask("history_of_order", Map.of("orderId", "S-9"))).hasSize(1);
    }

    @Test
    void nameIsAskedInAnyCase() {
        assertThat(ask(" No_Match_Buy\n")).hasSize(1);
    }
}
