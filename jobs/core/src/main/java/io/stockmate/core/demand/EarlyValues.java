package io.stockmate.core.demand;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a forecaster has been given while it is undecided which model to keep. A few values take less room than two
 * models that have seen them, so they are its state until then; the models see them again when it is restored.
 */
final class EarlyValues {
    /** More than these, many missing ones among them, are no shorter than a model. */
    private static final int VALUES_MAX = 64;

    /** No version has ever kept more. */
    private static final int READ_MAX = 1_024;

    /** A model of intermittent demand takes about as many; fractions get there before the number of values does. */
    private static final int BYTES_MAX = 225;

    private final @Nullable ColdStart prior;
    private double[] values = new double[16];
    private int count;
    private int bytes;

    EarlyValues(@Nullable ColdStart prior) {
        this.prior = prior;
    }

    /** What the models started from. */
    @Nullable
    ColdStart prior() {
        return prior;
    }

    /** Takes the next value as the models get it; false where there are too many, or too long ones, to be kept. */
    boolean add(double value) {
        if (count >= VALUES_MAX || bytes + StateWriter.bytesOf(value) > BYTES_MAX) {
            return false;
        }
        append(value);
        return true;
    }

    private void append(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
        bytes += StateWriter.bytesOf(value);
    }

    int count() {
        return count;
    }

    double at(int place) {
        return values[place];
    }

    void replay(DemandModel model) {
        for (int i = 0; i < count; i++) {
            model.observe(values[i]);
        }
    }

    void write(StateWriter out) {
        out.octet(prior == null ? 0 : 1);
        if (prior != null) {
            out.exact(prior.level());
            out.exact(prior.deviation());
            out.exact(prior.zeros());
            out.exact(prior.weight());
        }
        out.count(count);
        for (int i = 0; i < count; i++) {
            out.exact(values[i]);
        }
    }

    static EarlyValues read(StateReader in) {
        EarlyValues read =
                new EarlyValues(in.octet() == 0 ? null : new ColdStart(in.exact(), in.exact(), in.exact(), in.exact()));
        int count = in.count();
        if (count < 0 || count > READ_MAX) {
            throw new IllegalArgumentException("a forecaster's state has " + count + " early values, at most "
                    + READ_MAX + " are possible: the bytes are not those that were written");
        }
        for (int left = count; left > 0; left--) {
            read.append(in.exact());
        }
        return read;
    }
}
