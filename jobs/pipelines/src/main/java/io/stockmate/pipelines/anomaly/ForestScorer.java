package io.stockmate.pipelines.anomaly;

import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.AnomalyDescriptor;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import io.stockmate.core.anomaly.detect.Pattern;
import io.stockmate.core.anomaly.detect.Score;
import io.stockmate.core.anomaly.detect.SeriesDetector;
import io.stockmate.core.anomaly.detect.SeriesScorer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A Random Cut Forest (Guha, Mishra, Roy and Schrijvers, Robust Random Cut Forest Based Anomaly Detection On Streams,
 * ICML 2016) over the last {@value #SHINGLE} values. How rare its score is for the series, a {@link SeriesDetector}
 * says, so that the one threshold serves it, too; what the forest itself does not grade as an anomaly is none. The seed
 * is fixed and nothing runs in parallel: the same values give the same scores.
 */
final class ForestScorer implements SeriesScorer {
    private static final int SHINGLE = 4;
    private static final int TREES = 30;
    private static final int SAMPLE = 256;
    private static final long SEED = 42;
    private static final double NAMED_DECADES = 2;

    private final ThresholdedRandomCutForest forest;
    private final SeriesDetector rarity;

    ForestScorer() {
        this(
                ThresholdedRandomCutForest.builder()
                        .dimensions(SHINGLE)
                        .shingleSize(SHINGLE)
                        .numberOfTrees(TREES)
                        .sampleSize(SAMPLE)
                        .randomSeed(SEED)
                        .parallelExecutionEnabled(false)
                        .boundingBoxCacheFraction(0)
                        .transformMethod(TransformMethod.NORMALIZE)
                        .build(),
                new SeriesDetector());
    }

    private ForestScorer(ThresholdedRandomCutForest forest, SeriesDetector rarity) {
        this.forest = forest;
        this.rarity = rarity;
    }

    @Override
    public Score score(long timeMillis, double value) {
        if (Double.isNaN(value)) {
            return new Score(0, 0, Double.NaN, 0, Pattern.NONE);
        }
        AnomalyDescriptor found = forest.process(new double[] {value}, timeMillis);
        double cut = found.getRCFScore();
        if (cut <= 0) {
            return new Score(0, 0, Double.NaN, 0, Pattern.NONE);
        }
        Score ofCut = rarity.score(timeMillis, cut);
        boolean farther = cut > ofCut.expected() && found.getAnomalyGrade() > 0;
        double surprise = farther ? ofCut.surprise() : 0;
        double expected = expected(found, value);
        Pattern pattern = surprise < NAMED_DECADES
                ? Pattern.NONE
                : value > expected ? Pattern.SPIKE : value < expected ? Pattern.DIP : Pattern.VARIANCE;
        return new Score(surprise, farther ? ofCut.alarm() : 0, expected, 0, pattern);
    }

    /**
     * What the forest would have had in the value's place; the value itself where that is another place of the shingle.
     */
    private static double expected(AnomalyDescriptor found, double value) {
        double[][] expected = found.getExpectedValuesList();
        return expected == null || expected.length == 0 || found.getRelativeIndex() != 0 ? value : expected[0][0];
    }

    @Override
    public void write(DataOutput out) throws IOException {
        rarity.write(out);
        ForestBytes.write(forest, out);
    }

    static ForestScorer read(DataInput in) throws IOException {
        SeriesDetector rarity = SeriesDetector.read(in);
        return new ForestScorer(ForestBytes.read(in, SEED), rarity);
    }
}
