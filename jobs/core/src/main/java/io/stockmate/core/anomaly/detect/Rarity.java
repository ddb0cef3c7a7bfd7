package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Looks at errors in several ways, each of which knows how rare its own result is in this series: alone, for spikes and
 * dips; as sums over the last few, for shifts and drifts; by their scatter. The rarest counts, after a discount for
 * looking several times. Scatter is looked at twice: running means of sizes hold for heavy tails, too, and the sum of a
 * few squares sees more where errors are Gaussian.
 */
final class Rarity {
    private static final double SIZE_MAX = 6;
    private static final double SHIFTED_MAX = 6;
    private static final double SHIFTED_RANGE = 3.5;
    private static final double SHIFT_DISCOUNT = 0.1;
    private static final double SCATTER_DISCOUNT = 0.1;

    private final Tail above = Tail.ofErrors(0.2, 60);
    private final Tail below = Tail.ofErrors(0.2, 60);
    private final Shifts shifts = new Shifts();
    private final Scatter quick = new Scatter(1 / 8.0, Tail.ofSums(0.16));
    private final Scatter slow = new Scatter(1 / 32.0, Tail.ofSums(0.16));
    private final Tail burst = Tail.ofSums(0.2);
    private Pattern pattern = Pattern.NONE;

    /**
     * −log₁₀ of how rare an error, in units of the usual one, is in its company; {@link #pattern} tells in which way.
     */
    double decades(double size, boolean learns) {
        double absolute = StrictMath.abs(size);
        Tail side = size > 0 ? above : below;
        double rarest = side.decades(absolute);
        pattern = size > 0 ? Pattern.SPIKE : Pattern.DIP;
        if (learns) {
            side.learn(absolute);
        }
        double limited = StrictMath.min(SIZE_MAX, absolute);
        double clipped = StrictMath.min(
                SHIFTED_MAX - SHIFTED_RANGE * StrictMath.max(above.heaviness(), below.heaviness()), absolute);
        double shift = shifts.decades(size > 0 ? clipped : -clipped, learns) - SHIFT_DISCOUNT;
        if (shift > rarest) {
            rarest = shift;
            pattern = Pattern.SHIFT;
        }
        double scatter = StrictMath.max(quick.decades(limited, learns), slow.decades(limited, learns));
        scatter = StrictMath.max(scatter, burst.decades(shifts.meanSquare()));
        if (learns) {
            burst.learn(shifts.meanSquare());
        }
        if (scatter - SCATTER_DISCOUNT > rarest) {
            rarest = scatter - SCATTER_DISCOUNT;
            pattern = Pattern.VARIANCE;
        }
        return rarest;
    }

    Pattern pattern() {
        return pattern;
    }

    void write(DataOutput out) throws IOException {
        above.write(out);
        below.write(out);
        shifts.write(out);
        quick.write(out);
        slow.write(out);
        burst.write(out);
    }

    void read(DataInput in) throws IOException {
        above.read(in);
        below.read(in);
        shifts.read(in);
        quick.read(in);
        slow.read(in);
        burst.read(in);
    }
}
