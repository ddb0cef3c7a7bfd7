package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved questions about a session of trading, beside the same worked out of its events without SQL. */
class SessionQueriesTest {
    private static final List<LakeRow> ROWS = Session.rows();

    @TempDir
    static Path root;

    @BeforeAll
    static void record() throws Exception {
        try (LakeWriter lake = LakeWriter.create(root)) {
            for (LakeRow row : ROWS) {
                lake.put(row);
            }
        }
    }

    static Stream<Question> questions() {
        return Session.questions(ROWS).stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answerIsThatOfTheEvents(Question question) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            List<String> lines = lake.ask(question.query(), question.parameters()).rows().stream()
                    .map(row -> Question.line(row.toArray()))
                    .toList();
            assertThat(lines).isNotEmpty().isEqualTo(question.answer());
        }
    }

    @Test
    void everySavedQuestionIsAskedButThatForFiles() {
        assertThat(questions().map(Question::query))
                .containsExactlyInAnyOrderElementsOf(NamedQuery.all().stream()
                        .map(NamedQuery::name)
                        .filter(name -> !name.equals("cost_units"))
                        .toList());
    }
}
