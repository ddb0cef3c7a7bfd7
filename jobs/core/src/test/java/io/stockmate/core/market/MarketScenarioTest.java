package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.LadderBook;
import io.stockmate.core.reference.NaiveBook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays {@code src/test/resources/market/*.scenario}; a failure shows the text as it came out, for a person to judge.
 */
class MarketScenarioTest {
    @ParameterizedTest
    @MethodSource("scenarios")
    void marketPlaysAsWritten(Path scenario) throws IOException {
        assertPlaysAsWritten(scenario, LadderBook::new, false);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void marketOnTheNaiveBookPlaysAsWritten(Path scenario) throws IOException {
        assertPlaysAsWritten(scenario, NaiveBook::new, false);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void marketThatIsRestoredAfterEveryCommandPlaysAsWritten(Path scenario) throws IOException {
        assertPlaysAsWritten(scenario, LadderBook::new, true);
    }

    @Test
    void everyRuleHasItsScenario() throws Exception {
        assertThat(scenarios().map(path -> path.getFileName().toString()).toList())
                .containsExactly(
                        "close.scenario",
                        "dynamic_band.scenario",
                        "halt_and_resume.scenario",
                        "iceberg.scenario",
                        "iceberg_and_prevention.scenario",
                        "iceberg_changes.scenario",
                        "iceberg_in_a_halt.scenario",
                        "minimum_quantity.scenario",
                        "replace.scenario",
                        "static_band.scenario",
                        "stop_cascade.scenario",
                        "stop_changes.scenario",
                        "stop_in_a_halt.scenario",
                        "stop_limit.scenario",
                        "stop_order.scenario");
    }

    static Stream<Path> scenarios() throws IOException, URISyntaxException {
        Path directory = Path.of(Objects.requireNonNull(MarketScenarioTest.class.getResource("/market"))
                .toURI());
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".scenario"))
                    .sorted()
                    .toList();
            return sorted.stream();
        }
    }

    private static void assertPlaysAsWritten(Path scenario, Supplier<Book> books, boolean restored) throws IOException {
        String written = Files.readString(scenario);
        String played = MarketScenario.play(written, books, restored);
        assertThat(played)
                .withFailMessage("%s plays differently:%n%n%s", scenario.getFileName(), played)
                .isEqualTo(written);
    }
}
