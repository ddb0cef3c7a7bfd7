package io.stockmate.core.chain;

import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import java.util.Arrays;

/**
 * The rolling hash over all events of a symbol: {@code chain(n) = xxHash64(canonical form of event n, seed chain(n -
 * 1))}. The form is that of type, header and body; cause and chain itself are no part of it. Two runs agree when one
 * number per symbol agrees.
 */
public final class Chain {
    /** The beginnings of forms, by type. */
    private static final byte[][] TYPES =
            Arrays.stream(EventType.values()).map(Chain::type).toArray(byte[][]::new);

    private final CanonicalForm form = new CanonicalForm();

    private static byte[] type(EventType type) {
        CanonicalForm form = new CanonicalForm();
        form.text("type", type.wireName());
        return form.toBytes();
    }

    /** The chain after an event. */
    public long next(long previous, EventHeader header, EventBody body) {
        form.beginWith(TYPES[body.type().ordinal()], 1);
        header.write(form);
        body.write(form);
        return form.hash(previous);
    }
}
