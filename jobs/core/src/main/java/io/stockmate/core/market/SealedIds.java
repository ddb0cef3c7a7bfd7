package io.stockmate.core.market;

import io.stockmate.core.state.PieceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The older slices of an {@link IdMemory}: in an archive, but for what tells that an id is not among theirs. */
final class SealedIds {
    private static final String PIECE = "/sealed";

    private final PieceStore archive;
    private final String prefix;

    /** Oldest first. */
    private final List<SealedSlice> slices = new ArrayList<>();

    /** Those before the oldest hour that is remembered, oldest first. */
    private final List<SealedSlice> leaving = new ArrayList<>();

    SealedIds(PieceStore archive, String prefix) {
        this.archive = archive;
        this.prefix = prefix;
    }

    KnownId.@Nullable Used find(IdKey key) {
        for (int i = slices.size() - 1; i >= 0; i--) {
            KnownId.Used id = slices.get(i).used(key);
            if (id != null) {
                return id;
            }
        }
        return leaving.isEmpty() ? null : findLeaving(key);
    }

    private KnownId.@Nullable Used findLeaving(IdKey key) {
        for (int i = leaving.size() - 1; i >= 0; i--) {
            KnownId.Used id = leaving.get(i).used(key);
            if (id != null) {
                return id.order() == 0 ? null : id;
            }
        }
        return null;
    }

    KnownId.@Nullable Ended ended(long order) {
        for (int i = slices.size() - 1; i >= 0; i--) {
            KnownId.Ended end = slices.get(i).ended(order);
            if (end != null) {
                return end;
            }
        }
        return null;
    }

    /** Takes a slice that is younger than all others here. */
    void seal(long hour, IdSlice slice, PieceSink sink) {
        SealedSlice sealed = SealedSlice.of(hour, slice, archive, prefix + hour + "/");
        slices.add(sealed);
        sink.put(piece(sealed), sealed.toPiece());
    }

    /** Forgets ends of orders before an hour, and ids of no order. Ids of orders stay until they are looked at. */
    void forgetBefore(long hour) {
        while (!slices.isEmpty() && slices.get(0).hour() < hour) {
            SealedSlice slice = slices.remove(0);
            slice.leave();
            leaving.add(slice);
        }
    }

    /**
     * Takes out of state some of what was forgotten: a part of a slice, or where others wait behind it a whole one, and
     * of many a quarter.
     *
     * @param used is shown the ids of orders, and others, before they are taken out
     */
    void writeChanges(PieceSink sink, Consumer<KnownId.Used> used) {
        if (leaving.size() == 1) {
            leaving.get(0).removeSome(used);
        }
        for (int whole = (leaving.size() + 2) / 4; whole > 0; whole--) {
            leaving.get(whole - 1).removeAll(used);
        }
        while (!leaving.isEmpty() && leaving.get(0).isEmpty()) {
            sink.remove(piece(leaving.remove(0)));
        }
    }

    private String piece(SealedSlice slice) {
        return prefix + slice.hour() + PIECE;
    }

    /** Whether a piece tells of a sealed slice. */
    static boolean isPiece(String piece) {
        return piece.endsWith(PIECE);
    }

    /** Pieces may come in any order. */
    void load(long hour, String piece, byte[] bytes) {
        slices.add(SealedSlice.read(hour, piece, bytes, archive, prefix + hour + "/"));
        slices.sort(Comparator.comparingLong(SealedSlice::hour));
    }
}
