package io.stockmate.benchmarks.faults;

import io.stockmate.core.anomaly.detect.AlertBudget;
import io.stockmate.core.anomaly.detect.Score;
import io.stockmate.core.anomaly.detect.SeriesDetector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Runs the anomaly job's detector and the budget that it has by default over clean series of a family. Each day after a
 * time of learning, every fault is planted once at a random place, in a copy of the detector as it was just before, so
 * that the clean run goes on undisturbed and its alerts are the false ones. A fault is found where an alert is admitted
 * on one of its own values.
 */
public final class Trials {
    /** One value every five minutes. */
    public static final int VALUES_PER_DAY = 288;

    private static final int DAYS_OF_LEARNING = 14;
    private static final int DAYS = 28;
    private static final int MARGIN = 110;
    private static final long INTERVAL_MILLIS = 300_000;

    private final Map<Fault, Found> atSize = new EnumMap<>(Fault.class);
    private final Map<Fault, Found> atHalfSize = new EnumMap<>(Fault.class);
    private int cleanDays;
    private int falseAlerts;

    private Trials() {}

    /** Draws so many series of the family and plants faults into each. */
    public static Trials of(Family family, int series, long seed) throws IOException {
        Trials trials = new Trials();
        for (int i = 0; i < series; i++) {
            Random random = new Random(seed * 1_000_003 + family.ordinal() * 10_007L + i);
            trials.run(family.draw((DAYS + 1) * VALUES_PER_DAY, random), random);
        }
        return trials;
    }

    /** Faults found, by kind, where the odds are a million to one. */
    public Map<Fault, Found> atSize() {
        return atSize;
    }

    /** Faults found of half that size. */
    public Map<Fault, Found> atHalfSize() {
        return atHalfSize;
    }

    /** Days without a fault that were watched. */
    public int cleanDays() {
        return cleanDays;
    }

    /** Alerts on them. */
    public int falseAlerts() {
        return falseAlerts;
    }

    private void run(CleanSeries series, Random random) throws IOException {
        SeriesDetector detector = new SeriesDetector();
        AlertBudget budget = AlertBudget.standard();
        int at = 0;
        for (int day = 0; day < DAYS; day++) {
            if (day >= DAYS_OF_LEARNING) {
                int place = day * VALUES_PER_DAY + 1 + random.nextInt(VALUES_PER_DAY - MARGIN);
                at = watch(detector, budget, series, at, place);
                plantAll(detector, budget, series, place);
                cleanDays++;
            }
            at = watch(detector, budget, series, at, (day + 1) * VALUES_PER_DAY);
        }
    }

    private int watch(SeriesDetector detector, AlertBudget budget, CleanSeries series, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean alert = isAlert(detector, budget, i, series.values()[i]);
            if (alert && i >= DAYS_OF_LEARNING * VALUES_PER_DAY) {
                falseAlerts++;
            }
        }
        return to;
    }

    private static boolean isAlert(SeriesDetector detector, AlertBudget budget, int at, double value) {
        long time = at * INTERVAL_MILLIS;
        Score score = detector.score(time, value);
        return score.isAlert() && budget.admits(time);
    }

    private void plantAll(SeriesDetector detector, AlertBudget budget, CleanSeries series, int at) throws IOException {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(state));
        budget.write(new DataOutputStream(state));
        for (Fault fault : Fault.values()) {
            double size = Sizing.of(series, fault, at);
            if (!Double.isNaN(size)) {
                add(
                        atSize,
                        fault,
                        found(state.toByteArray(), Objects.requireNonNull(series.plant(fault, at, size)), at));
                double half = Sizing.half(fault, size);
                add(
                        atHalfSize,
                        fault,
                        found(state.toByteArray(), Objects.requireNonNull(series.plant(fault, at, half)), at));
            }
        }
    }

    private static void add(Map<Fault, Found> to, Fault fault, int delay) {
        to.computeIfAbsent(fault, kind -> new Found()).add(delay);
    }

    /** Values from the fault's first to the one of the alert; −1 without an alert. */
    private static int found(byte[] state, Planted planted, int at) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(state));
        SeriesDetector detector = SeriesDetector.read(in);
        AlertBudget budget = AlertBudget.readStandard(in);
        for (int i = 0; i < planted.values().length; i++) {
            if (isAlert(detector, budget, at + i, planted.values()[i])) {
                return i;
            }
        }
        return -1;
    }
}
