package io.stockmate.core.anomaly.movement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How likely a quantity is for this key: the sizes it moves again and again, remembered with fading counts, over what
 * its packs make likely. Absolute discounting (Ney, Essen and Kneser 1994): a size seen once is hardly a habit, and
 * what is taken off the counts goes to the packs.
 */
final class OwnSizes {
    private static final int REMEMBERED_MAX = 12;
    private static final double DISCOUNT = 0.75;
    private static final double PACKS_COUNT = 2;
    private static final double FADING = 0.98;

    private final PackSizes packs;
    private final long[] sizes = new long[REMEMBERED_MAX];
    private final float[] counts = new float[REMEMBERED_MAX];
    private int remembered;
    private float movements;
    private float logSize;

    OwnSizes() {
        this(new PackSizes());
    }

    private OwnSizes(PackSizes packs) {
        this.packs = packs;
    }

    /** The probability of exactly this quantity; sums to 1 over 1, 2, 3 … */
    double probability(long quantity) {
        double habit = 0;
        double habits = 0;
        for (int i = 0; i < remembered; i++) {
            double discounted = StrictMath.max(0, counts[i] - DISCOUNT);
            habits += discounted;
            if (sizes[i] == quantity) {
                habit = discounted;
            }
        }
        double others = PACKS_COUNT + movements - habits;
        return (habit + others * packs.probability(quantity)) / (PACKS_COUNT + movements);
    }

    /** The geometric mean of recent quantities; NaN before the first. */
    double usual() {
        return movements == 0 ? Double.NaN : StrictMath.exp(logSize);
    }

    void learn(long quantity) {
        packs.learn(quantity, FADING);
        for (int i = 0; i < remembered; i++) {
            counts[i] = (float) (counts[i] * FADING);
        }
        movements = (float) (movements * FADING + 1);
        logSize = (float) (logSize + (StrictMath.log(quantity) - logSize) / movements);
        int place = place(quantity);
        sizes[place] = quantity;
        counts[place] += 1;
    }

    /** Where the quantity is remembered, or may be from now on: the rarest and, of these, smallest size gives way. */
    private int place(long quantity) {
        int rarest = 0;
        for (int i = 0; i < remembered; i++) {
            if (sizes[i] == quantity) {
                return i;
            }
            if (counts[i] < counts[rarest] || (counts[i] == counts[rarest] && sizes[i] < sizes[rarest])) {
                rarest = i;
            }
        }
        int place = remembered < REMEMBERED_MAX ? remembered++ : rarest;
        counts[place] = 0;
        return place;
    }

    void write(DataOutput out) throws IOException {
        packs.write(out);
        out.writeFloat(movements);
        out.writeFloat(logSize);
        out.writeByte(remembered);
        for (int i = 0; i < remembered; i++) {
            out.writeLong(sizes[i]);
            out.writeFloat(counts[i]);
        }
    }

    static OwnSizes read(DataInput in) throws IOException {
        OwnSizes own = new OwnSizes(PackSizes.read(in));
        own.movements = in.readFloat();
        own.logSize = in.readFloat();
        own.remembered = in.readUnsignedByte();
        if (own.remembered > REMEMBERED_MAX) {
            throw new IOException("the movement detector's state remembers " + own.remembered + " sizes, at most "
                    + REMEMBERED_MAX + " are possible: the bytes are not those that were written");
        }
        for (int i = 0; i < own.remembered; i++) {
            own.sizes[i] = in.readLong();
            own.counts[i] = in.readFloat();
        }
        return own;
    }
}
