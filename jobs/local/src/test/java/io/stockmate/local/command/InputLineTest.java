package io.stockmate.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.local.CommandFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InputLineTest {
    private static final String TICK = "{\"type\":\"Tick\",\"symbol\":\"AAPL\",\"account\":\"CLOCK\"}";

    @Test
    void blankLinesAreLeftOutAndKeepTheirNumbers() throws IOException {
        List<InputLine> lines = lines(TICK + "\n\n  \r\n" + TICK + "\r\n");
        assertThat(lines).extracting(InputLine::number).containsExactly(1, 4);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.deadLetter()).isNull();
            assertThat(line.record().partitionKey()).isEqualTo("AAPL");
            assertThat(line.record().data()).isEqualTo(TICK.getBytes(UTF_8));
        });
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(lines(TICK + "\n" + TICK)).hasSize(2);
        assertThat(lines("")).isEmpty();
    }

    @Test
    void whatCannotBeUnderstoodSaysWhy() throws IOException {
        assertThat(lines("{\"type\":\"Steal\",\"symbol\":\"AAPL\",\"account\":\"ANN\"}"))
                .singleElement()
                .extracting(InputLine::deadLetter)
                .isEqualTo("UNKNOWN_TYPE: Steal is no command");
    }

    @Test
    void whatKinesisWouldNotTakeIsRefusedBeforeAnythingIsPut() {
        assertThatThrownBy(() -> lines(TICK + "\n" + "x".repeat(1_000_001)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("line 2 has 1000001 bytes");
    }

    private static List<InputLine> lines(String text) throws IOException {
        return InputLine.all(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
