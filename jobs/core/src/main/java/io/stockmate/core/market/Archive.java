package io.stockmate.core.market;

import org.jspecify.annotations.Nullable;

/**
 * Keeps those pieces of one market's state that it seldom needs, so that they need not be on the heap. A market writes
 * to it only within {@link Market#writeChanges}, and reads at any time.
 */
public interface Archive {
    /** What was last put under this name; null where nothing was. */
    byte @Nullable [] get(String piece);

    /** The bytes are the archive's to keep. */
    void put(String piece, byte[] bytes);

    /** Forgets all pieces whose names begin like this. */
    void removeAll(String prefix);
}
