package io.stockmate.emulators;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Frames on their way to a {@link FrameLog}, which writes them in one go. A frame is the length of its payload and the
 * CRC-32C of both, four bytes each, big-endian, then the payload.
 */
final class FrameBatch {
    static final int HEADER_BYTES = 8;

    private final CRC32C crc = new CRC32C();
    private byte[] bytes;
    private int length;

    FrameBatch(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    /** @param fill must write exactly {@code payloadBytes} */
    void add(int payloadBytes, Consumer<ByteBuffer> fill) {
        int end = length + HEADER_BYTES + payloadBytes;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        ByteBuffer payload =
                ByteBuffer.wrap(bytes, length + HEADER_BYTES, payloadBytes).slice();
        fill.accept(payload);
        if (payload.hasRemaining()) {
            throw new IllegalStateException(
                    "a frame of " + payloadBytes + " bytes has " + payload.remaining() + " empty");
        }
        ByteBuffer.wrap(bytes, length, HEADER_BYTES)
                .putInt(payloadBytes)
                .putInt(checksum(crc, payload.rewind(), payloadBytes));
        length = end;
    }

    void add(byte[] payload) {
        add(payload.length, buffer -> buffer.put(payload));
    }

    /** Where the next frame will begin, counted from the first. */
    int length() {
        return length;
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    static int checksum(CRC32C crc, ByteBuffer payload, int payloadBytes) {
        crc.reset();
        crc.update(payloadBytes >>> 24);
        crc.update(payloadBytes >>> 16);
        crc.update(payloadBytes >>> 8);
        crc.update(payloadBytes);
        crc.update(payload);
        return (int) crc.getValue();
    }
}
