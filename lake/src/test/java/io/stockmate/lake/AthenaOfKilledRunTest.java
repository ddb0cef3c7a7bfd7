package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lake of a platform that was killed under load, asked every saved question before its days are merged, while they are
 * merged, and after. The answers are worked out of the events that plain Java makes of its log. Only with {@code
 * -Dkilled.run=DIRECTORY}, which {@code verify exactness --keep} fills; Trino is asked with {@code mvn -Pathena} beside.
 */
class AthenaOfKilledRunTest {
    private static final String DIRECTORY = "killed.run";
    private static final String LAKE = "killed";

    private interface Engine {
        List<String> answer(Question question) throws IOException;
    }

    @TempDir
    static Path lakes;

    private static KilledRun run;
    private static List<Question> questions;
    private static @Nullable Athena athena;

    @BeforeAll
    static void start() throws IOException {
        String directory = System.getProperty(DIRECTORY);
        assumeTrue(directory != null, "-D" + DIRECTORY + " names no run of verify exactness --keep");
        run = KilledRun.read(Path.of(directory));
        questions = run.questions();
        copy(run.lake(), lakes.resolve(LAKE));
        if (Boolean.getBoolean("athena")) {
            athena = Athena.start(lakes);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (athena != null) {
            athena.close();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    @Test
    void everyQuestionIsAnsweredAsTheEventsSay() throws Exception {
        Path lake = lakes.resolve(LAKE);
        lists(lake).round(LocalDate.MIN);
        everyAnswerIsThatOfTheEvents("before merging");

        LakeMerge merge = LakeMerge.of(lake, MergeSettings.DEFAULT.withKeep(Duration.ofMinutes(1)))
                .keeping(lists(lake));
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Integer> merging =
                CompletableFuture.supplyAsync(() -> LateFiles.mergeUntil(stop, lake, merge));
        everyAnswerIsThatOfTheEvents("while days are merged");
        stop.set(true);
        assertThat(merging.get()).as("days that were merged meanwhile").isGreaterThan(5);

        everyAnswerIsThatOfTheEvents("after merging");
    }

    private static void everyAnswerIsThatOfTheEvents(String when) throws IOException {
        for (Map.Entry<String, Engine> engine : engines().entrySet()) {
            List<String> wrong = new ArrayList<>();
            int rows = 0;
            for (Question question : questions) {
                List<String> answer = engine.getValue().answer(question);
                rows += answer.size();
                if (!answer.equals(question.answer()) || answer.isEmpty()) {
                    wrong.add(question.query() + " answers " + answer.size() + " rows of which "
                            + answer.stream()
                                    .filter(row -> !question.answer().contains(row))
                                    .limit(3)
                                    .toList()
                            + " are wrong, and " + question.answer().size() + " are right");
                }
            }
            System.out.printf("%s, %s: %d questions, %d rows%n", engine.getKey(), when, questions.size(), rows);
            assertThat(wrong).as(engine.getKey() + " " + when).isEmpty();
        }
    }

    private static Map<String, Engine> engines() {
        Engine duckDb = question -> {
            try (LakeQueries lake = LakeQueries.open(lakes.resolve(LAKE))) {
                return lake.ask(question.query(), question.parameters()).rows().stream()
                        .map(row -> Question.line(row.toArray()))
                        .toList();
            }
        };
        Athena trino = athena;
        return trino == null
                ? Map.of("DuckDB", duckDb)
                : Map.of("DuckDB", duckDb, "Trino", question -> trino.ask(LAKE, question.query(), question.parameters())
                        .rows());
    }

    private static LakeLists lists(Path root) {
        return new LakeLists(new org.apache.flink.core.fs.Path(root.toUri()), "local:///" + LAKE);
    }
}
