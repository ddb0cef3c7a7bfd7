package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as they are typed where no platform runs. */
final class CommandsWithoutAPlatformTest {
    @TempDir
    private Path directory;

    @Test
    void withoutAPlatformEveryCommandSaysHowToStartOne() {
        String nowhere = directory.resolve("nowhere").toString();
        for (List<String> command : List.of(
                List.of("put", "x"), List.of("book", "MUG"), List.of("order", "A", "B", "C"), List.of("watch"))) {
            Outcome outcome = Outcome.of(Stream.concat(command.stream(), Stream.of("--data-dir", nowhere))
                    .toArray(String[]::new));
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("no platform runs on " + nowhere, "stockmate run")
                    .hasLineCount(1);
        }
        Outcome outcome = Outcome.of("query", "select 1", "--data-dir", nowhere);
        assertThat(outcome.err()).startsWith("stockmate: no lake in " + nowhere).hasLineCount(1);
        assertThat(Path.of(nowhere)).doesNotExist();
    }

    @Test
    void aMistypedCommandIsOneLineAndItsOwnStatus() {
        Outcome outcome = Outcome.of("run", "--rate", "many");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("--rate", "many", "see 'stockmate run --help'")
                .hasLineCount(1);
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of(
                "run", "put", "watch", "book", "order", "query", "explain", "forecast", "approve", "clock", "verify")) {
            Outcome outcome = Outcome.of(command, "--help");
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).startsWith("Usage: stockmate " + command);
        }
    }
}
