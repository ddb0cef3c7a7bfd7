package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.view.EventPosition;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class PositionBytesTest {
    private static final EventPosition POSITION = new EventPosition(4_712, 0xFEDC_BA98_7654_3210L);
    private static final String BYTES = "01" + "0000000000001268" + "fedcba9876543210";

    @Test
    void theBytesAreThoseThatSavepointsHold() {
        assertThat(HexFormat.of().formatHex(PositionBytes.write(POSITION))).isEqualTo(BYTES);
        assertThat(PositionBytes.read(HexFormat.of().parseHex(BYTES))).isEqualTo(POSITION);
    }

    @Test
    void otherFormatsAreRefused() {
        assertThatThrownBy(() -> PositionBytes.read(HexFormat.of().parseHex("02" + BYTES.substring(2))))
                .hasMessageContaining("17 bytes in format 2");
        assertThatThrownBy(() -> PositionBytes.read(HexFormat.of().parseHex(BYTES + "00")))
                .hasMessageContaining("18 bytes in format 1");
        assertThatThrownBy(() -> PositionBytes.read(new byte[0])).hasMessageContaining("0 bytes");
    }

    @Test
    void nothingIsKeptOfASymbolBeforeItsFirstEvent() {
        assertThatThrownBy(() -> PositionBytes.write(EventPosition.START)).hasMessageContaining("before the first");
    }
}
