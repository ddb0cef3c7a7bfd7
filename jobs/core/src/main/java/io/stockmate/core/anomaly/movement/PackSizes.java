package io.stockmate.core.anomaly.movement;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How likely a quantity is for a key that sells in packs, also one never seen: a mixture over pack sizes, whose weights
 * the key learns, of k packs with probability 1 / (k (k + 1)). Begins with weights ∝ 1 / √pack, small packs being more
 * common; what is learnt fades, so that a change of packs is followed.
 */
final class PackSizes {
    /** Pieces, dozens and tens, and their common parts and multiples; nothing of one trade or file. */
    private static final int[] PACKS = {1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 24, 25, 48, 50, 100};

    /** The first weights count as much as so many movements. */
    private static final double PRIOR_MOVEMENTS = 8;

    private static final double[] PRIOR = prior();

    private final float[] learnt = new float[PACKS.length];

    /** The probability of exactly this quantity; sums to 1 over 1, 2, 3 … */
    double probability(long quantity) {
        double probability = 0;
        double all = 0;
        for (int i = 0; i < PACKS.length; i++) {
            double weight = PRIOR[i] + learnt[i];
            all += weight;
            probability += weight * ofPacks(quantity, PACKS[i]);
        }
        return probability / all;
    }

    /**
     * Lets what was learnt fade by a factor, then gives each pack size the share that it probably had in this quantity.
     */
    void learn(long quantity, double fading) {
        double all = 0;
        for (int i = 0; i < PACKS.length; i++) {
            all += (PRIOR[i] + learnt[i]) * ofPacks(quantity, PACKS[i]);
        }
        for (int i = 0; i < PACKS.length; i++) {
            double share = (PRIOR[i] + learnt[i]) * ofPacks(quantity, PACKS[i]) / all;
            learnt[i] = (float) (learnt[i] * fading + share);
        }
    }

    private static double ofPacks(long quantity, int pack) {
        if (quantity % pack != 0) {
            return 0;
        }
        double packs = (double) (quantity / pack);
        return 1 / (packs * (packs + 1));
    }

    private static double[] prior() {
        double sum = 0;
        for (int pack : PACKS) {
            sum += 1 / StrictMath.sqrt(pack);
        }
        double[] prior = new double[PACKS.length];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = PRIOR_MOVEMENTS / (StrictMath.sqrt(PACKS[i]) * sum);
        }
        return prior;
    }

    void write(DataOutput out) throws IOException {
        for (float share : learnt) {
            out.writeFloat(share);
        }
    }

    static PackSizes read(DataInput in) throws IOException {
        PackSizes packs = new PackSizes();
        for (int i = 0; i < PACKS.length; i++) {
            packs.learnt[i] = in.readFloat();
        }
        return packs;
    }
}
