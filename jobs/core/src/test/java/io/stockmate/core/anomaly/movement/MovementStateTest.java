package io.stockmate.core.anomaly.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MovementStateTest {
    /** Version 1 after 12 at 1 ms and 31 at 2 ms. */
    private static final String GOLDEN =
            "010000000000000002000000000000000100000000000000023f82a05d3d5cbc923dbd3e013e0892e5000000003e5f062a00000000000000003eec8d820000000000000000000000000000000000000000000000003ffd70a4403db61d02000000000000000c3f7ae148000000000000001f3f800000";

    @Test
    void stateIsWrittenAsItAlwaysWas() {
        MovementDetector detector = new MovementDetector();
        detector.observe(1, 12);
        detector.observe(2, 31);

        assertThat(HexFormat.of().formatHex(MovementBytes.of(detector))).isEqualTo(GOLDEN);
    }

    @Test
    void stateStaysSmallWhateverMoves() {
        MovementDetector detector = new MovementDetector();
        for (int i = 0; i < 10_000; i++) {
            detector.observe(i * 1_000_000_000L, 1 + i * 7_919L % 999_983);
        }

        assertThat(MovementBytes.of(detector)).hasSize(MovementDetector.BYTES_MAX);
    }

    @Test
    void stateOfAnotherVersionIsRefused() {
        byte[] bytes = MovementBytes.of(new MovementDetector());
        bytes[0] = 2;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).hasMessageContaining("version 2");
    }

    @Test
    void stateThatEndsEarlyIsRefused() {
        byte[] bytes = MovementBytes.of(new MovementDetector());

        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1))).isInstanceOf(EOFException.class);
    }

    @Test
    void stateThatRemembersTooMuchIsRefused() {
        byte[] bytes = MovementBytes.of(new MovementDetector());
        bytes[bytes.length - 1] = 13;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).hasMessageContaining("13 sizes");
    }

    private static MovementDetector read(byte[] bytes) throws IOException {
        return MovementDetector.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
