package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How far the running mean of the sizes is from its usual 1, by ratio, up or down. */
final class Scatter {
    private static final double LEAST = 0.01;

    private final double rate;
    private final Tail tail;
    private float mean = 1;
    private double distance;

    Scatter(double rate, Tail tail) {
        this.rate = rate;
        this.tail = tail;
    }

    /** Takes a size, 0 or more; what was learned from it counts from the next one on. */
    double decades(double size, boolean learns) {
        take(size);
        double decades = tail.decades(distance);
        learn(learns);
        return decades;
    }

    /** The same with the cautious tail. */
    double cautiousDecades(double size, boolean learns) {
        take(size);
        double decades = tail.cautiousDecades(distance);
        learn(learns);
        return decades;
    }

    private void take(double size) {
        mean += (float) (rate * (size - mean));
        distance = StrictMath.abs(StrictMath.log(mean + LEAST));
    }

    private void learn(boolean learns) {
        if (learns) {
            tail.learn(distance);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeFloat(mean);
        tail.write(out);
    }

    void read(DataInput in) throws IOException {
        mean = in.readFloat();
        tail.read(in);
    }
}
