package io.stockmate.core.demand;

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
    private static final int VERSION = 5;

    /** States before know no schedule. */
    private static final int VERSION_OF_SCHEDULE = 4;

    /** States before do not tell the zeros of each place of the season. */
    static final int VERSION_OF_ZEROS = 5;

    /** Of those that are still read. */
    static final int FIRST_VERSION = 2;

    /** So many values decide between the models; until then both learn. */
    private static final int UNDECIDED = 16;

    private static final int WEEK = 7;

    private static final double ZEROS_OF_COUNTS = 0.15;
    private static final double ZEROS_OF_COUNTS_LEFT = 0.08;
    private static final double ZEROS_OF_COUNTS_ENTERED = 0.25;
    private static final double ZEROS_GAIN = 0.01;

    /** Beyond, squares of values are too large for the floats of a state. */
    private static final double VALUE_MAX = 1e15;

    // What a state holds.
    private static final int NEGATIVE = 1;
    private static final int SMOOTH = 2;
    private static final int COUNTS = 4;
    private static final int EARLY = 8;

    private final ForecasterSettings settings;
    private final Regression regression;
    private Schedule schedule;
    private @Nullable SmoothModel smooth;
    private @Nullable CountModel counts;

    /** All values so far; null once one model is left, or where they take more room than the models. */
    private @Nullable EarlyValues early;

    private int observed;
    private int known;
    private float zeros;
    private boolean negative;

    private Forecaster(ForecasterSettings settings, @Nullable ColdStart prior) {
        this.settings = settings;
        this.regression = new Regression(settings.effects());
        this.schedule = new Schedule(settings.seasons());
        this.early = new EarlyValues(prior);
        if (prior == null) {
            this.smooth = new SmoothModel(settings.seasons());
            this.counts = new CountModel(settings.seasons());
        } else {
            int values = values(prior);
            this.smooth = SmoothModel.from(settings.seasons(), prior, values);
            this.counts = CountModel.from(settings.seasons(), prior, values);
        }
    }

    private static int values(ColdStart prior) {
        return (int) StrictMath.rint(prior.weight());
    }

    /** A forecaster that has seen nothing: until the first value it forecasts 0. */
    public static Forecaster of(ForecasterSettings settings) {
        return new Forecaster(settings, null);
    }

    /** A forecaster that has seen nothing and expects what its category does. */
    public static Forecaster of(ForecasterSettings settings, ColdStart prior) {
        Forecaster forecaster = new Forecaster(settings, prior);
        forecaster.zeros = (float) prior.zeros();
        forecaster.known = values(prior);
        forecaster.decide();
        return forecaster;
    }

    /**
     * The forecaster that wrote {@code state}; it goes on as that one would have.
     *
     * @throws IllegalArgumentException where the bytes are none of {@link #write}, or of other settings
     */
    public static Forecaster read(ForecasterSettings settings, byte[] state) {
        StateReader in = new StateReader(state);
        int version = in.readVersion();
        if (version < FIRST_VERSION || version > VERSION) {
            throw new IllegalArgumentException("a forecaster's state of version " + version
                    + "; this program reads versions " + FIRST_VERSION + " to " + VERSION);
        }
        int flags = in.octet();
        EarlyValues early = (flags & EARLY) == 0 ? null : EarlyValues.read(in);
        Forecaster forecaster = new Forecaster(settings, early == null ? null : early.prior());
        forecaster.negative = (flags & NEGATIVE) != 0;
        forecaster.observed = in.count();
        forecaster.known = in.count();
        forecaster.zeros = in.single();
        if (version >= VERSION_OF_SCHEDULE) {
            forecaster.schedule.read(in);
        }
        if (version < VERSION_OF_ZEROS) {
            forecaster.recallSchedule(version, early);
        }
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

    /**
     * What a state of an older version does not tell of the schedule is learned again from its values, where it has
     * any.
     */
    private void recallSchedule(int version, @Nullable EarlyValues values) {
        if (values == null && version < VERSION_OF_SCHEDULE) {
            schedule.takeAllForOpen();
        } else if (values == null) {
            schedule.decide();
        } else {
            schedule = new Schedule(settings.seasons());
            for (int time = 0; time < values.count(); time++) {
                schedule.pass(time);
                if (!Double.isNaN(values.at(time))) {
                    schedule.isOpen(time, values.at(time));
                }
            }
        }
    }

    private static <M extends DemandModel> M read(M model, StateReader in) {
        model.read(in);
        return model;
    }

    /** The whole state, versioned; equal states give equal bytes. */
    public byte[] write() {
        StateWriter out = new StateWriter();
        out.octet(VERSION);
        if (early == null) {
            out.octet((negative ? NEGATIVE : 0) | (smooth == null ? 0 : SMOOTH) | (counts == null ? 0 : COUNTS));
        } else {
            out.octet((negative ? NEGATIVE : 0) | EARLY);
            early.write(out);
        }
        out.count(observed);
        out.count(known);
        out.single(zeros);
        schedule.write(out);
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
        return known > 0 && !negative && zeros >= ZEROS_OF_COUNTS;
    }

    /**
     * Takes the next value; NaN where it is missing. It counts for at most 1e15, on either side of 0.
     *
     * @param regressors the covariates of this step, as many as the settings say
     * @throws IllegalArgumentException where the value is infinite or covariates are missing
     */
    public void observe(double value, double... regressors) {
        checkRegressors(regressors);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("value " + value + " is no number: give NaN where a value is missing");
        }
        observed++;
        learn(Math.max(-VALUE_MAX, Math.min(VALUE_MAX, value)), regressors);
    }

    private void learn(double value, double... regressors) {
        double adjusted = value;
        schedule.pass(observed - 1);
        if (!Double.isNaN(value)) {
            known++;
            negative |= value < 0;
            countZeros(value);
            decide();
            adjusted = regression.without(value, regressors);
            regression.learn(value, model().expected(), regressors);
        }
        if (early != null && !early.add(adjusted)) {
            early = null;
        }
        if (smooth != null) {
            smooth.observe(adjusted);
        }
        if (counts != null) {
            counts.observe(adjusted);
        }
    }

    /** Zeros of closed places are left out where hardly any others are left: then it is they that explain them. */
    private void countZeros(double value) {
        int time = observed - 1;
        double closed = schedule.foundClosed(time);
        double elsewhere = closed < 1 ? (zeros - closed) / (1 - closed) : zeros;
        if (closed > 0 && elsewhere < ZEROS_OF_COUNTS_LEFT) {
            zeros = (float) Math.max(0, elsewhere);
        }
        if (schedule.isOpen(time, value) || zeros >= ZEROS_OF_COUNTS) {
            zeros += (float) (Math.max(ZEROS_GAIN, 1.0 / known) * ((value == 0 ? 1 : 0) - zeros));
        }
    }

    /** One, or both while it is undecided. */
    private List<DemandModel> models() {
        return Stream.<DemandModel>of(smooth, counts).filter(Objects::nonNull).toList();
    }

    /** Leaves one model once there are values enough, and changes it where a series has changed its nature. */
    private void decide() {
        if (smooth != null && counts != null) {
            if (known >= undecided() || negative) {
                early = null;
                if (intermittent()) {
                    smooth = null;
                } else {
                    counts = null;
                }
            }
        } else if (smooth != null && !negative && zeros > ZEROS_OF_COUNTS_ENTERED) {
            counts = CountModel.from(settings.seasons(), successor(smooth), UNDECIDED);
            smooth = null;
        } else if (counts != null && (negative || zeros < ZEROS_OF_COUNTS_LEFT)) {
            smooth = SmoothModel.from(settings.seasons(), successor(counts), UNDECIDED);
            counts = null;
        }
    }

    /** Of a week it is to be seen three times on which days it is closed. */
    private int undecided() {
        List<Integer> seasons = settings.seasons();
        boolean isWeek = !seasons.isEmpty() && seasons.get(0) <= WEEK;
        return isWeek ? Math.max(UNDECIDED, Schedule.SEASONS_BEFORE * seasons.get(0) + 1) : UNDECIDED;
    }

    private ColdStart successor(DemandModel before) {
        double expected = Math.max(0, before.expected());
        return new ColdStart(expected, expected, zeros, UNDECIDED);
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
        checkHorizon(horizon, regressors);
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
        checkHorizon(steps, regressors);
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

    private void checkHorizon(int horizon, double[][] regressors) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon " + horizon + " is below 1: ask for at least the next step");
        }
        if (settings.regressors() > 0 && regressors.length != horizon) {
            throw new IllegalArgumentException("covariates of " + regressors.length + " steps for a horizon of "
                    + horizon + ": give those of every step");
        }
        for (double[] covariates : regressors) {
            checkRegressors(covariates);
        }
    }

    private void checkRegressors(double[] regressors) {
        if (regressors.length != settings.regressors()) {
            throw new IllegalArgumentException(
                    regressors.length + " covariates; the settings say " + settings.regressors());
        }
        for (double covariate : regressors) {
            if (!Double.isFinite(covariate)) {
                throw new IllegalArgumentException(
                        "covariate " + covariate + " is no number: give 0 where it is unknown");
            }
        }
    }
}
