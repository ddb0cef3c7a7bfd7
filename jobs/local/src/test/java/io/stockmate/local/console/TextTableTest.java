package io.stockmate.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void numbersStandToTheRightAndAllElseToTheLeft() {
        assertThat(new TextTable("symbol", "qty")
                        .row("AAPL", 7)
                        .row("SKU-1", 1200)
                        .lines())
                .containsExactly("symbol   qty", "AAPL       7", "SKU-1   1200");
    }

    @Test
    void aColumnWithOneWordInItIsNoColumnOfNumbers() {
        assertThat(new TextTable("a", "b").row("1", "x").row("none", "y").lines())
                .containsExactly("a     b", "1     x", "none  y");
    }

    @Test
    void titlesThatSayNothingAreLeftOut() {
        assertThat(new TextTable("", "").row("lag", 0).lines()).containsExactly("lag  0");
    }

    @Test
    void titlesStandAloneWhereThereAreNoRows() {
        assertThat(new TextTable("a", "b").lines()).containsExactly("a  b");
    }

    @Test
    void aRowThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new TextTable("a", "b").row(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells for 2 columns");
    }
}
