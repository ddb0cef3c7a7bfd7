package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Athena's engine answers the saved questions from the lake's files, by the definitions that are deployed, as the rows
 * say. Only with {@code mvn -Pathena}.
 */
class AthenaTest {
    private static final List<LakeRow> ROWS = Session.rows();
    private static final List<Question> QUESTIONS = Session.questions(ROWS);
    private static final long LATER = Long.MAX_VALUE;
    private static final int FILES = 7;

    @TempDir
    static Path lakes;

    private static Athena athena;

    @BeforeAll
    static void start() throws IOException {
        athena = Athena.start(lakes);
    }

    @AfterAll
    static void stop() throws IOException {
        if (athena != null) {
            athena.close();
        }
    }

    /** A lake with the rows in several files of each table and day. */
    private static Path lake(String name) throws IOException {
        Path root = Files.createDirectories(lakes.resolve(name));
        TestLake files = new TestLake(root);
        for (int file = 0; file < FILES; file++) {
            int of = file;
            files.put(java.util.stream.IntStream.range(0, ROWS.size())
                    .filter(row -> row % FILES == of)
                    .mapToObj(ROWS::get)
                    .toArray(LakeRow[]::new));
        }
        lists(root).round(LocalDate.MIN);
        return root;
    }

    private static LakeLists lists(Path root) {
        return new LakeLists(new org.apache.flink.core.fs.Path(root.toUri()), "local:///" + root.getFileName());
    }

    private static LakeMerge merge(Path root) {
        return LakeMerge.of(root, MergeSettings.DEFAULT.withKeep(Duration.ofMinutes(1)))
                .keeping(lists(root));
    }

    private static void everyAnswerIsThatOfTheRows(String lake) throws IOException {
        for (Question question : QUESTIONS) {
            assertThat(athena.ask(lake, question.query(), question.parameters()).rows())
                    .as(question.query() + " of the lake " + lake)
                    .isNotEmpty()
                    .isEqualTo(question.answer());
        }
    }

    @Test
    void questionsAreAnsweredBeforeMerging() throws IOException {
        lake("before");
        everyAnswerIsThatOfTheRows("before");
    }

    @Test
    void questionsAreAnsweredAfterMerging() throws IOException {
        Path root = lake("after");
        assertThat(merge(root).closedDays(LATER, System.currentTimeMillis()).problems())
                .isEmpty();
        everyAnswerIsThatOfTheRows("after");
    }

    @Test
    void questionsAreAnsweredWhileMergesGoOn() throws Exception {
        Path root = lake("during");
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Integer> merging =
                CompletableFuture.supplyAsync(() -> LateFiles.mergeUntil(stop, root, merge(root)));

        everyAnswerIsThatOfTheRows("during");

        stop.set(true);
        assertThat(merging.get()).as("days that were merged meanwhile").isGreaterThan(20);
    }

    @Test
    void costUnitsAreThoseOfTheFilesThatCount() throws IOException {
        Path root = lake("files");
        merge(root).closedDays(LATER, System.currentTimeMillis());
        List<String> expected;
        try (LakeQueries queries = LakeQueries.open(root)) {
            expected = queries.ask("cost_units").rows().stream()
                    .map(row -> Question.line(row.toArray()))
                    .toList();
        }
        assertThat(expected).hasSizeGreaterThan(5);
        assertThat(athena.ask("files", "cost_units", Map.of()).rows()).isEqualTo(expected);
    }

    @Test
    void filesOfAnOlderSchemaAnswerWithNullWhatTheyLack() throws IOException {
        Path root = lake("versions");
        Path file = new LakeFiles(root).of(LakeTable.TRADE).get(0);
        try (LakeQueries queries = LakeQueries.open(root)) {
            queries.ask("COPY (SELECT * EXCLUDE (dt, dueAt) REPLACE ('old' AS currency) FROM trade WHERE qty > 1) TO '"
                    + file.getParent() + "/part-old.parquet'");
        }
        lists(root).round(LocalDate.MIN);

        assertThat(athena.ask(
                                "versions",
                                "SELECT currency = 'old', count(*), count(dueAt), sum(price) > 0, count(DISTINCT tradeId)"
                                        + " FROM trade GROUP BY currency = 'old' ORDER BY 1")
                        .rows())
                .hasSize(2)
                .element(1)
                .asString()
                .matches("true\\|(\\d+)\\|0\\|true\\|\\d+");
    }
}
