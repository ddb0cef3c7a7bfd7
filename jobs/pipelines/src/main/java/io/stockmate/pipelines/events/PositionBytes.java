package io.stockmate.pipelines.events;

import io.stockmate.core.state.UnreadableState;
import io.stockmate.core.view.EventPosition;
import java.nio.ByteBuffer;

/** A position in keyed state: format (one byte, 1), seq and chain (each eight, big-endian). */
final class PositionBytes {
    private static final byte FORMAT = 1;
    private static final int LENGTH = 1 + 2 * Long.BYTES;

    private PositionBytes() {}

    /** @param position after an event, so that its chain is known */
    static byte[] write(EventPosition position) {
        Long chain = position.chain();
        if (chain == null) {
            throw new IllegalArgumentException(position + " is before the first event, of which nothing is kept");
        }
        return ByteBuffer.allocate(LENGTH)
                .put(FORMAT)
                .putLong(position.seq())
                .putLong(chain)
                .array();
    }

    /** @throws UnreadableState where the bytes are none of {@link #write} */
    static EventPosition read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length != LENGTH || buffer.get() != FORMAT) {
            throw new UnreadableState("a position has " + LENGTH + " bytes in format " + FORMAT + ", not "
                    + bytes.length + " bytes" + (bytes.length == 0 ? "" : " in format " + bytes[0])
                    + "; go on with the version that wrote it");
        }
        return new EventPosition(buffer.getLong(), buffer.getLong());
    }
}
