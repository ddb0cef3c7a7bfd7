package io.stockmate.core.state;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Where the state of one symbol lies, in pieces, so that most events touch little of it. */
public interface PieceStore {
    /** Null where there is no such piece. */
    byte @Nullable [] get(String name);

    /** Takes the bytes as they are; they are not changed afterwards. */
    void put(String name, byte[] bytes);

    /** Does nothing where there is no such piece. */
    void remove(String name);

    /** The names of all pieces that begin with {@code prefix}. */
    SortedSet<String> names(String prefix);
}
