package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare a run of one and the same condition is, from how often such runs begin and how often they go on: a Markov
 * chain of two states, learned with forgetting. Going on is assumed to be as likely as beginning until runs show
 * otherwise. A condition that has held from the beginning is not rare: nothing else is known of the series.
 */
final class Runs {
    private static final float MEMORY = 2000;
    private static final float KEPT = 1 - 1 / MEMORY;
    private static final float STARTS_ASSUMED = 0.5f;
    private static final double STEPS_ASSUMED = 30;

    private boolean interrupted;
    private float length;
    private float outside = 1;
    private float starts = STARTS_ASSUMED;
    private float inside;
    private float continued;

    /** Takes whether the condition holds and returns −log₁₀ of how rare a run so long is; 0 where it does not hold. */
    double decades(boolean holds) {
        double decades = 0;
        if (!holds) {
            interrupted = true;
        } else if (!interrupted) {
            length++;
        } else {
            double before = length;
            length++;
            decades = -StrictMath.log10(starts / outside)
                    - before
                            * StrictMath.log10(
                                    (continued + STEPS_ASSUMED * starts / outside) / (inside + STEPS_ASSUMED));
        }
        learn(holds);
        return StrictMath.max(0, decades);
    }

    private void learn(boolean holds) {
        boolean wasInside = holds ? length > 1 : length > 0;
        if (wasInside) {
            inside = inside * KEPT + 1;
            continued = continued * KEPT + (holds ? 1 : 0);
        } else {
            outside = outside * KEPT + 1;
            starts = starts * KEPT + (holds ? 1 : 0);
        }
        if (!holds) {
            length = 0;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(interrupted);
        out.writeFloat(length);
        out.writeFloat(outside);
        out.writeFloat(starts);
        out.writeFloat(inside);
        out.writeFloat(continued);
    }

    void read(DataInput in) throws IOException {
        interrupted = in.readBoolean();
        length = in.readFloat();
        outside = in.readFloat();
        starts = in.readFloat();
        inside = in.readFloat();
        continued = in.readFloat();
    }
}
