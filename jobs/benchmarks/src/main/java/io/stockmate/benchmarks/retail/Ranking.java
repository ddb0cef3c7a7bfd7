package io.stockmate.benchmarks.retail;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Issues by falling score, equal scores in their own order. */
final class Ranking {
    /** Positives among the first 0, 1, 2 … issues. */
    private final int[] found;

    private final double[] falling;

    Ranking(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        falling = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        found = new int[order.length + 1];
        for (int rank = 0; rank < order.length; rank++) {
            found[rank + 1] = found[rank] + (positive[order[rank]] ? 1 : 0);
        }
    }

    /** The first so many. */
    Flags first(int flags) {
        int taken = Math.min(flags, falling.length);
        return new Flags(taken, found[taken], positives());
    }

    /** All from this score on. */
    Flags from(double score) {
        int flags = 0;
        while (flags < falling.length && falling[flags] >= score) {
            flags++;
        }
        return first(flags);
    }

    /** As many as it takes to find so many positives. */
    Flags finding(int wanted) {
        int flags = 0;
        while (flags < falling.length && found[flags] < wanted) {
            flags++;
        }
        return first(flags);
    }

    /** The mean, over all positives, of the precision down to each. */
    double averagePrecision() {
        double sum = 0;
        for (int rank = 1; rank < found.length; rank++) {
            if (found[rank] > found[rank - 1]) {
                sum += (double) found[rank] / rank;
            }
        }
        return positives() == 0 ? 0 : sum / positives();
    }

    private int positives() {
        return found[found.length - 1];
    }
}
