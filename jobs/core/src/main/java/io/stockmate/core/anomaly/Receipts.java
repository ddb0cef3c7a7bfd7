package io.stockmate.core.anomaly;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The last receipts of an account, at most {@value #KEPT}. */
final class Receipts {
    static final int KEPT = 8;

    record Receipt(long seq, long ts, long qty, @Nullable String ref) {}

    private final ArrayDeque<Receipt> last = new ArrayDeque<>();

    boolean isEmpty() {
        return last.isEmpty();
    }

    /** @return whether there was anything so old */
    boolean forgetBefore(long ts) {
        int before = last.size();
        while (!last.isEmpty() && last.getFirst().ts() <= ts) {
            last.removeFirst();
        }
        return last.size() < before;
    }

    /** The earliest of the same quantity for the same order. */
    @Nullable
    Receipt alike(long qty, @Nullable String ref) {
        for (Receipt receipt : last) {
            if (receipt.qty() == qty && Objects.equals(receipt.ref(), ref)) {
                return receipt;
            }
        }
        return null;
    }

    void add(Receipt receipt) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(receipt);
    }

    void write(StateOut out) throws IOException {
        out.number(last.size());
        for (Receipt receipt : last) {
            out.number(receipt.seq());
            out.number(receipt.ts());
            out.number(receipt.qty());
            out.text(receipt.ref());
        }
    }

    void read(StateIn in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            last.addLast(new Receipt(in.number(), in.number(), in.number(), in.optionalText()));
        }
    }
}
