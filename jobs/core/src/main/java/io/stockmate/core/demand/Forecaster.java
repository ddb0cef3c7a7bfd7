package io.stockmate.core.demand;

import io.stockmate.core.state.UnreadableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts one series: reads each value once, keeps a bounded state and never refits. What it forecasts depends on the
 * values so far and on nothing else. Series with many zeros go to a model of intermittent demand, others to a bank of
 * smoothers; which it is, the values decide. Not safe for use by several threads.
 */
public final class Forecaster {
    /** Beyond, squares of values are too large for the floats of a state. */
    private static final double VALUE_MAX = 1e15;

    // What a state holds.
    private static final int NEGATIVE = 1;
    private static final int SMOOTH = 2;
    private static final int COUNTS = 4;
    private static final int EARLY = 8;
    private static final int SEEMS_STEADY = 16;

    private final ForecasterSettings settings;
    private final Regression regression;
    private final Nature nature;
    private @Nullable SmoothModel smooth;
    private @Nullable CountModel counts;

    /** All values so far, while both models are left. */
    private @Nullable EarlyValues early;

    private int observed;

    private Forecaster(ForecasterSettings settings, @Nullable ColdStart prior) {
        this.settings = settings;
        this.regression = new Regression(settings.effects());
        this.nature = new Nature(settings.seasons());
        this.early = new EarlyValues(prior);
        if (prior == null) {
            this.smooth = new SmoothModel(settings.seasons());
            this.counts = new CountModel(settings.seasons());
        } else {
            int values = (int) StrictMath.rint(prior.weight());
            nature.start(prior.zeros(), values);
            this.smooth = SmoothModel.from(settings.seasons(), prior, values);
            this.counts = CountModel.from(settings.seasons(), prior, values);
        }
    }

    /** A forecaster that has seen nothing: until the first value it forecasts 0. */
    public static Forecaster of(ForecasterSettings settings) {
        return new Forecaster(settings, null);
    }

    /** A forecaster that has seen nothing and expects what its category does. */
    public static Forecaster of(ForecasterSettings settings, ColdStart prior) {
        return new Forecaster(settings, prior);
    }

    /**
     * The forecaster that wrote {@code state}; it goes on as that one would have.
     *
     * @throws UnreadableState where the bytes are none of {@link #write}, or of other settings
     */
    public static Forecaster read(ForecasterSettings settings, byte[] state) {
        return UnreadableState.orThrow("of a forecaster", () -> readAll(settings, state));
    }

    private static Forecaster readAll(ForecasterSettings settings, byte[] state) {
        StateReader in = new StateReader(state);
        StateVersion.check(in.readVersion());
        int flags = in.octet();
        EarlyValues early = (flags & EARLY) == 0 ? null : EarlyValues.read(in);
        Forecaster forecaster = new Forecaster(settings, early == null ? null : early.prior());
        forecaster.observed = in.count();
        forecaster.nature.read(in, (flags & NEGATIVE) != 0, (flags & SEEMS_STEADY) != 0, early);
        forecaster.regression.read(in);
        forecaster.early = early;
        if (early == null) {
            forecaster.smooth = (flags & SMOOTH) == 0 ? null : read(new SmoothModel(settings.seasons()), in);
            forecaster.counts = (flags & COUNTS) == 0 ? null : read(new CountModel(settings.seasons()), in);
        } else {
            forecaster.models().forEach(early::replay);
        }
        in.end();
        return forecaster;
    }

    private static <M extends DemandModel> M read(M model, StateReader in) {
        model.read(in);
        return model;
    }

    /** The whole state, versioned; equal states give equal bytes. */
    public byte[] write() {
        StateWriter out = new StateWriter();
        out.octet(StateVersion.CURRENT);
        int sign = nature.isNegative() ? NEGATIVE : 0;
        if (early == null) {
            out.octet(sign | (smooth == null ? 0 : SMOOTH) | (counts == null ? 0 : COUNTS));
        } else {
            out.octet(sign | EARLY | (nature.seemsSteady() ? SEEMS_STEADY : 0));
            early.write(out);
        }
        out.count(observed);
        nature.write(out);
        regression.write(out);
        if (early == null) {
            models().forEach(model -> model.write(out));
        }
        return out.bytes();
    }

    /** How many values it was given, missing ones included. */
    public int observed() {
        return observed;
    }

    /**
     * Whether it takes the series for intermittent: many values are 0, at places of the season at which some are not,
     * and none is negative.
     */
    public boolean intermittent() {
        if (smooth == null || counts == null) {
            return smooth == null;
        }
        return nature.isIntermittent();
    }

    /** What its state holds. */
    public StoredAs storedAs() {
        if (early != null) {
            return StoredAs.VALUES;
        }
        return smooth == null ? StoredAs.COUNTS : StoredAs.SMOOTH;
    }

    /**
     * Takes the next value; NaN where it is missing. It counts for at most 1e15, on either side of 0.
     *
     * @param regressors the covariates of this step, as many as the settings say
     * @throws IllegalArgumentException where the value is infinite or covariates are missing
     */
    public void observe(double value, double... regressors) {
        settings.check(regressors);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("value " + value + " is no number: give NaN where a value is missing");
        }
        observed++;
        learn(Math.max(-VALUE_MAX, Math.min(VALUE_MAX, value)), regressors);
    }

    private void learn(double value, double... regressors) {
        double adjusted = value;
        nature.pass(observed - 1);
        if (!Double.isNaN(value)) {
            nature.observe(observed - 1, value);
            decide();
            adjusted = shortened(regression.without(value, regressors));
            regression.learn(value, model().expected(), regressors);
        }
        if (early != null && !early.add(adjusted)) {
            settle(nature.isRatherIntermittent());
        }
        if (smooth != null) {
            smooth.observe(adjusted);
        }
        if (counts != null) {
            counts.observe(adjusted);
        }
    }

    /** Values that are kept take half the room as floats. */
    private double shortened(double value) {
        return early == null ? value : (float) value;
    }

    /** One, or both while it is undecided. */
    private List<DemandModel> models() {
        return Stream.<DemandModel>of(smooth, counts).filter(Objects::nonNull).toList();
    }

    /** Leaves one model once there are values enough, and changes it where a series has changed its nature. */
    private void decide() {
        if (smooth != null && counts != null) {
            if (nature.isSettled() || early == null && nature.isKnown()) {
                settle(nature.isIntermittent());
            }
        } else if (smooth != null && nature.hasBecomeIntermittent()) {
            becomeIntermittent(smooth);
        } else if (counts != null && nature.hasBecomeSteady()) {
            smooth = SmoothModel.from(settings.seasons(), successor(counts), Nature.UNDECIDED);
            counts = null;
        }
    }

    private void becomeIntermittent(SmoothModel before) {
        counts = CountModel.from(settings.seasons(), successor(before), Nature.UNDECIDED);
        smooth = null;
    }

    /**
     * Of one that seemed steady and is not, the intermittent model starts anew: from week to week the one that has seen
     * all values forecasts better, but it held more stock over many goods ({@code bench forecast --stock}).
     */
    private void settle(boolean isIntermittent) {
        early = null;
        if (isIntermittent && smooth != null && nature.seemsSteady()) {
            becomeIntermittent(smooth);
        } else if (isIntermittent) {
            smooth = null;
        } else {
            counts = null;
        }
    }

    private ColdStart successor(DemandModel before) {
        double expected = Math.max(0, before.expected());
        return new ColdStart(expected, expected, nature.zeros(), Nature.UNDECIDED);
    }

    private DemandModel model() {
        if (smooth != null && !intermittent()) {
            return smooth;
        }
        if (counts != null) {
            return counts;
        }
        throw new IllegalStateException("a forecaster without a model");
    }

    /**
     * The next {@code horizon} values.
     *
     * @param regressors the covariates of each of these steps; none where the settings have none
     */
    public Forecast forecast(int horizon, double[]... regressors) {
        settings.checkHorizon(horizon, regressors);
        List<DemandDistribution> steps = model().distributions(horizon);
        if (settings.regressors() == 0) {
            return new Forecast(steps);
        }
        List<DemandDistribution> adjusted = new ArrayList<>(horizon);
        for (int i = 0; i < horizon; i++) {
            adjusted.add(steps.get(i).times(regression.factor(regressors[i])));
        }
        return new Forecast(adjusted);
    }

    /**
     * The sum of the next {@code steps} values, the demand over a lead time; its quantiles are calibrated for the sum.
     *
     * @param regressors as for {@link #forecast}
     */
    public DemandDistribution total(int steps, double[]... regressors) {
        settings.checkHorizon(steps, regressors);
        DemandDistribution total = model().total(steps);
        if (settings.regressors() == 0) {
            return total;
        }
        double factors = 0;
        for (double[] covariates : regressors) {
            factors += regression.factor(covariates);
        }
        return total.times(factors / steps);
    }
}
