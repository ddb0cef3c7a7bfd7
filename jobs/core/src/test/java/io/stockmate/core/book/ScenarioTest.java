package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.reference.NaiveBook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays {@code src/test/resources/book/*.scenario}; a failure shows the text as it came out, for a person to judge. */
class ScenarioTest {
    @ParameterizedTest
    @MethodSource("scenarios")
    void sortedBookPlaysAsWritten(Path scenario) throws IOException {
        assertPlaysAsWritten(scenario, new LadderBook());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void naiveBookPlaysAsWritten(Path scenario) throws IOException {
        assertPlaysAsWritten(scenario, new NaiveBook());
    }

    @Test
    void everySituationHasItsScenario() throws Exception {
        assertThat(scenarios().map(path -> path.getFileName().toString()).toList())
                .containsExactly(
                        "cancel_both.scenario",
                        "cancel_new.scenario",
                        "cancel_resting.scenario",
                        "decrement.scenario",
                        "iceberg.scenario",
                        "immediate_or_cancel.scenario",
                        "multi_level_sweep.scenario",
                        "no_prevention.scenario",
                        "partial_fills.scenario",
                        "price_time_priority.scenario",
                        "reduce_keeps_place.scenario");
    }

    static Stream<Path> scenarios() throws IOException, URISyntaxException {
        Path directory = Path.of(
                Objects.requireNonNull(ScenarioTest.class.getResource("/book")).toURI());
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".scenario"))
                    .sorted()
                    .toList();
            return sorted.stream();
        }
    }

    private static void assertPlaysAsWritten(Path scenario, Book book) throws IOException {
        String written = Files.readString(scenario);
        String played = Scenario.play(written, book);
        assertThat(played)
                .withFailMessage("%s plays differently:%n%n%s", scenario.getFileName(), played)
                .isEqualTo(written);
    }
}
