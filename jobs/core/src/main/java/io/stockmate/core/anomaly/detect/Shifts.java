package io.stockmate.core.anomaly.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far the last few errors lie on one side, for the number of values for which it is most unusual: a generalised
 * likelihood ratio over windows that end now (Lai, "Sequential changepoint detection", 1995), with a tail of its own.
 * The longest window is also weighed by a ramp, for what drifts away.
 */
final class Shifts {
    private static final int[] WINDOWS = {2, 3, 4, 6, 8, 12, 16, 24};
    private static final int KEPT = 24;
    private static final int SQUARED = 8;
    private static final double RAMP_SCALE = 1 / StrictMath.sqrt(KEPT * (KEPT + 1) * (2 * KEPT + 1) / 6.0);
    private static final double[] SCALES = new double[WINDOWS.length];

    static {
        for (int i = 0; i < WINDOWS.length; i++) {
            SCALES[i] = 1 / StrictMath.sqrt(WINDOWS[i]);
        }
    }

    private final float[] sizes = new float[KEPT];
    private int next;
    private double meanSquare;
    private final Tail tail = Tail.ofSums(0.11);

    double decades(double size, boolean learns) {
        sizes[next] = (float) size;
        double most = 0;
        double sum = 0;
        double ramp = 0;
        double squares = 0;
        int place = next;
        int window = 0;
        for (int count = 1; count <= KEPT; count++) {
            double taken = sizes[place];
            sum += taken;
            ramp += sum;
            squares += count <= SQUARED ? taken * taken : 0;
            place = place == 0 ? KEPT - 1 : place - 1;
            if (count == WINDOWS[window]) {
                most = StrictMath.max(most, StrictMath.abs(sum) * SCALES[window]);
                window++;
            }
        }
        next = next + 1 == KEPT ? 0 : next + 1;
        meanSquare = squares / SQUARED;
        most = StrictMath.max(most, StrictMath.abs(ramp) * RAMP_SCALE);
        double decades = tail.decades(most);
        if (learns) {
            tail.learn(most);
        }
        return decades;
    }

    /** Of the last eight, the newest one included. */
    double meanSquare() {
        return meanSquare;
    }

    void write(DataOutput out) throws IOException {
        for (float size : sizes) {
            out.writeFloat(size);
        }
        out.writeByte(next);
        tail.write(out);
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < KEPT; i++) {
            sizes[i] = in.readFloat();
        }
        next = in.readUnsignedByte();
        tail.read(in);
    }
}
