package io.stockmate.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InkTest {
    @Test
    void plainInkLeavesTextAsItIs() {
        Ink plain = new Ink(false, false);
        assertThat(plain.bad("no")).isEqualTo("no");
        assertThat(plain.strong("yes")).isEqualTo("yes");
        assertThat(plain.back(3)).isEmpty();
    }

    @Test
    void aTerminalWithoutColourIsStillRedrawn() {
        Ink colourless = new Ink(true, false);
        assertThat(colourless.good("yes")).isEqualTo("yes");
        assertThat(colourless.back(3)).isEqualTo("\u001b[3F\u001b[J");
        assertThat(colourless.back(0)).isEmpty();
    }

    @Test
    void colourEndsBehindTheText() {
        assertThat(new Ink(true, true).bad("no")).isEqualTo("\u001b[31mno\u001b[0m");
    }
}
