package io.stockmate.benchmarks.anomaly;

import io.stockmate.benchmarks.anomaly.NabDetections.Step;
import io.stockmate.benchmarks.anomaly.NabDetections.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Scores of a detector over several series, with one threshold for all of them. The benchmark chooses the threshold
 * that is best for a detector, so its figures tell how well the scores rank; {@link #ofAlerts} leaves nothing to be
 * chosen.
 */
public final class NabScore {
    /** A score, and the threshold that gives it; a threshold above all scores is infinite. */
    public record Best(double threshold, double score) {}

    /** One series at a threshold: windows, those hit, rows of false alarm, and the normalised standard score. */
    public record OneSeries(String name, int windows, int windowsHit, int falseRows, double standard) {}

    private final List<ScoredSeries> series;
    private final List<NabDetections> detections;

    public NabScore(List<ScoredSeries> series, LabelledWindows windows) {
        this.series = List.copyOf(series);
        this.detections = series.stream()
                .map(one -> NabDetections.of(one, windows.of(one.series().name())))
                .toList();
    }

    /** What the alerts that the anomaly job would raise are worth; {@link #at} with 1. */
    public static NabScore ofAlerts(List<ScoredSeries> series, LabelledWindows windows) {
        return new NabScore(series.stream().map(ScoredSeries::byAlerts).toList(), windows);
    }

    /** The best score that any one threshold gives on all series. */
    public Best best(NabProfile profile) {
        double threshold = bestThreshold(detections, profile);
        return new Best(threshold, profile.normalised(rawAt(detections, threshold, profile), windows(detections)));
    }

    /** The score at a threshold that was not chosen here. */
    public double at(double threshold, NabProfile profile) {
        return profile.normalised(rawAt(detections, threshold, profile), windows(detections));
    }

    /**
     * Each group at the threshold that is best on the other groups; the raw sums are pooled and normalised once, since
     * a group may have no window.
     */
    public double leaveOneGroupOut(NabProfile profile) {
        double raw = 0;
        for (String group : groups()) {
            double threshold = bestThreshold(those(one -> !one.group().equals(group)), profile);
            raw += rawAt(those(one -> one.group().equals(group)), threshold, profile);
        }
        return profile.normalised(raw, windows(detections));
    }

    /** Each series at a threshold. */
    public List<OneSeries> each(double threshold) {
        List<OneSeries> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            NabDetections own = detections.get(i);
            Tally tally = own.at(threshold);
            double raw = NabProfile.STANDARD.raw(tally, own.windows());
            all.add(new OneSeries(
                    series.get(i).series().name(),
                    own.windows(),
                    tally.windowsHit(),
                    tally.falseRows(),
                    NabProfile.STANDARD.normalised(raw, own.windows())));
        }
        return all;
    }

    private List<String> groups() {
        return detections.stream().map(NabDetections::group).distinct().toList();
    }

    private List<NabDetections> those(Predicate<NabDetections> wanted) {
        return detections.stream().filter(wanted).toList();
    }

    private static int windows(List<NabDetections> of) {
        return of.stream().mapToInt(NabDetections::windows).sum();
    }

    private static double rawAt(List<NabDetections> of, double threshold, NabProfile profile) {
        double raw = 0;
        for (NabDetections one : of) {
            raw += profile.raw(one.at(threshold), one.windows());
        }
        return raw;
    }

    /** Lowers the threshold score by score; the highest of equally good ones wins. */
    private static double bestThreshold(List<NabDetections> of, NabProfile profile) {
        List<Step> steps = of.stream()
                .flatMap(one -> one.steps().stream())
                .sorted(Comparator.comparingDouble(Step::score).reversed())
                .toList();
        int windows = windows(of);
        Tally tally = Tally.NONE;
        double best = profile.raw(tally, windows);
        double threshold = Double.POSITIVE_INFINITY;
        for (int i = 0; i < steps.size(); i++) {
            tally = tally.plus(steps.get(i).change());
            boolean complete = i + 1 == steps.size()
                    || steps.get(i + 1).score() < steps.get(i).score();
            double raw = complete ? profile.raw(tally, windows) : Double.NEGATIVE_INFINITY;
            if (raw > best) {
                best = raw;
                threshold = steps.get(i).score();
            }
        }
        return threshold;
    }
}
