package io.stockmate.core.anomaly.movement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores the movements of one kind, say the issues, of one key (symbol and account), one by one. It weighs two causes:
 * the key's own business, whose pace, packs and usual sizes it learns, and one that has nothing to do with it. The
 * score of a movement depends on movements up to it alone; the same movements give the same scores on every machine,
 * also when the detector was written and read in between. A key without a history is judged by what is usual
 * everywhere.
 *
 * <p>The anomaly job raises an alert where {@link MovementScore#isAlert()}. State: at most {@value #BYTES_MAX} bytes
 * written. Not thread-safe.
 */
public final class MovementDetector {
    /** The most that {@link #write} writes. */
    public static final int BYTES_MAX = 238;

    private static final int VERSION = 1;

    private final Pace pace;
    private final OwnSizes sizes;

    /** A detector that has seen nothing. */
    public MovementDetector() {
        this(new Pace(), new OwnSizes());
    }

    private MovementDetector(Pace pace, OwnSizes sizes) {
        this.pace = pace;
        this.sizes = sizes;
    }

    /**
     * Scores a movement and learns from it.
     *
     * @param timeMillis when it happened, epoch milliseconds; one before an earlier movement's counts as simultaneous
     * @param quantity how much moved, without sign, 1 or more
     */
    public MovementScore observe(long timeMillis, long quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException(
                    "the quantity " + quantity + " is not a movement: give 1 or more, without a sign");
        }
        double waitDays = pace.waitDays(timeMillis);
        MovementScore score = new MovementScore(
                StrictMath.log10(UnrelatedSizes.probability(quantity) / sizes.probability(quantity)),
                StrictMath.log10(waitDays),
                sizes.usual(),
                waitDays);
        pace.learn(timeMillis);
        sizes.learn(quantity);
        return score;
    }

    /** Writes all that {@link #read} needs to go on as this detector would. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        pace.write(out);
        sizes.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where the bytes end early or are of a version that this program does not know
     */
    public static MovementDetector read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("the movement detector's state has version " + version
                    + "; this program reads version " + VERSION + ": start it with the state of an older savepoint");
        }
        return new MovementDetector(Pace.read(in), OwnSizes.read(in));
    }
}
