package io.stockmate.core.chain;

import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;

/**
 * The rolling hash over all events of a symbol: {@code chain(n) = xxHash64(canonical form of event n, seed chain(n -
 * 1))}. The form is that of type, header and body; cause and chain itself are no part of it. Two runs agree when one
 * number per symbol agrees.
 */
public final class Chain {
    private final CanonicalForm form = new CanonicalForm();

    /** The chain after an event. */
    public long next(long previous, EventHeader header, EventBody body) {
        form.clear();
        form.text("type", body.type().wireName());
        header.write(form);
        body.write(form);
        return form.hash(previous);
    }
}
