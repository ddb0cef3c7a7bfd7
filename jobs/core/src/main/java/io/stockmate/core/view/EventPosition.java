package io.stockmate.core.view;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come in the events of a symbol. To go on from here it needs nothing else.
 *
 * @param seq of the last event that was handed on; 0 before the first
 * @param chain of that event, or before the first the hash of the rules ({@code MarketRules.hash}); null where it is
 *     not known: then the next event is taken at its word, and those after it are held to it
 */
public record EventPosition(long seq, @Nullable Long chain) implements Serializable {
    /** Before the first event, by a reader who does not know the rules. */
    public static final EventPosition START = new EventPosition(0, null);

    /** Before the first event under rules of this hash. */
    public static EventPosition start(long rulesHash) {
        return new EventPosition(0, rulesHash);
    }
}
