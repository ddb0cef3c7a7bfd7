package io.stockmate.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
    private final CanonicalForm form = new CanonicalForm();

    @Test
    void textIsPositionLengthAndUtf8() {
        form.text("a", "Hi");

        assertBytes("0000 0200 4869");
    }

    @Test
    void numberIsPositionAndEightBytesLittleEndian() {
        form.integer("a", 1);
        form.decimal("b", -2);
        form.time("c", 0x0102030405060708L);

        assertBytes("0000 0100000000000000  0100 feffffffffffffff  0200 0807060504030201");
    }

    @Test
    void enumIsItsName() {
        form.code("a", Side.SELL);

        assertBytes("0000 0400 53454c4c");
    }

    @Test
    void trueFlagIsOneByte() {
        form.flag("a", true);

        assertBytes("0000 01");
    }

    @Test
    void hashMayHaveAnyValue() {
        form.hash("a", Absent.NUMBER);

        assertBytes("0000 0000000000000080");
    }

    @Test
    void bytesHaveALengthOfFour() {
        form.bytes("a", new byte[] {1, 2, 3});

        assertBytes("0000 03000000 010203");
    }

    @Test
    void absentFieldLeavesNothingButItsPosition() {
        form.text("a", null);
        form.integer("b", Absent.NUMBER);
        form.decimal("c", Absent.NUMBER);
        form.time("d", Absent.NUMBER);
        form.flag("e", false);
        form.code("f", null);
        form.bytes("g", null);
        assertBytes("");

        form.text("h", "x");
        assertBytes("0700 0100 78");
    }

    @Test
    void emptyTextIsNotAbsent() {
        form.text("a", "");

        assertBytes("0000 0000");
    }

    @Test
    void textOutsideAsciiIsUtf8() {
        form.text("a", "aé手📱z");
        form.text("b", "b");

        assertBytes("0000 0b00 61 c3a9 e6898b f09f93b1 7a  0100 0100 62");
    }

    @Test
    void loneSurrogateIsAQuestionMark() {
        form.text("a", "\ud83d!");

        assertBytes("0000 0200 3f21");
    }

    @Test
    void positionsGoBeyondOneByte() {
        for (int place = 0; place < 258; place++) {
            form.text("absent", null);
        }
        form.flag("a", true);

        assertBytes("0201 01");
    }

    @Test
    void clearedFormStartsAnew() {
        form.text("a", "something");
        form.clear().text("a", "x");

        assertBytes("0000 0100 78");
    }

    @Test
    void longFormGrows() {
        String ascii = "x".repeat(3_000);
        String wide = "手".repeat(3_000);
        form.text("a", ascii);
        form.text("b", wide);
        form.bytes("c", new byte[5_000]);

        byte[] bytes = form.toBytes();
        assertThat(bytes).hasSize(4 + 3_000 + 4 + 9_000 + 6 + 5_000);
        assertThat(new String(bytes, 4, 3_000, StandardCharsets.UTF_8)).isEqualTo(ascii);
        assertThat(new String(bytes, 3_008, 9_000, StandardCharsets.UTF_8)).isEqualTo(wide);
    }

    @Test
    void textMustFitItsLength() {
        form.text("a", "x".repeat(65_535));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.text("name", "x".repeat(65_536)))
                .withMessage("name has 65536 bytes of UTF-8; the limit is 65535");
        assertThatIllegalArgumentException().isThrownBy(() -> form.text("name", "é".repeat(32_768)));
    }

    @Test
    void hashIsThatOfTheBytesUnderItsSeed() {
        form.text("a", "Hi");
        byte[] bytes = form.toBytes();

        assertThat(form.hash(0)).isEqualTo(XxHash64.hash(bytes, 0, bytes.length, 0));
        assertThat(form.hash(5)).isEqualTo(XxHash64.hash(bytes, 0, bytes.length, 5));
    }

    private void assertBytes(String hex) {
        assertThat(HexFormat.of().formatHex(form.toBytes())).isEqualTo(hex.replace(" ", ""));
    }
}
