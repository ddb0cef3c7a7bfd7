package io.stockmate.core.market;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.state.PieceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbered things in an archive, 64 numbers to a piece. What is new stays on the heap until it is written; a thing that
 * is put again takes the place of the earlier one.
 */
final class ArchivedSlots<T extends Described> {
    private static final int SLOT = 64;

    private final String prefix;
    private final PieceStore archive;
    private final ToLongFunction<T> number;
    private final Function<FieldSource, T> read;
    private final TreeMap<Long, List<T>> fresh = new TreeMap<>();

    /** @param prefix of the names of its pieces */
    ArchivedSlots(String prefix, PieceStore archive, ToLongFunction<T> number, Function<FieldSource, T> read) {
        this.prefix = prefix;
        this.archive = archive;
        this.number = number;
        this.read = read;
    }

    void put(T thing) {
        fresh.computeIfAbsent(number.applyAsLong(thing) / SLOT, slot -> new ArrayList<>())
                .add(thing);
    }

    @Nullable
    T find(long wanted) {
        long slot = wanted / SLOT;
        T found = last(fresh.getOrDefault(slot, List.of()), wanted);
        if (found != null) {
            return found;
        }
        String piece = prefix + slot;
        byte[] bytes = archive.get(piece);
        return bytes == null ? null : last(Pieces.read(piece, bytes, read), wanted);
    }

    private @Nullable T last(List<T> things, long wanted) {
        for (int i = things.size() - 1; i >= 0; i--) {
            if (number.applyAsLong(things.get(i)) == wanted) {
                return things.get(i);
            }
        }
        return null;
    }

    /** Adds what is new to its pieces, which are not decoded for it, and takes it off the heap. */
    void write() {
        fresh.forEach((slot, things) -> {
            String piece = prefix + slot;
            archive.put(piece, Pieces.append(piece, archive.get(piece), things));
        });
        fresh.clear();
    }
}
