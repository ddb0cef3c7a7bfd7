package io.stockmate.pipelines.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.anomaly.detect.Pattern;
import io.stockmate.core.anomaly.detect.Score;
import io.stockmate.core.anomaly.detect.SeriesScorer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The option for a few chosen symbols. */
class ForestScorerTest {
    private static final int USUAL_VALUES = 400;
    private static final int BYTES_MAX = 131_072;

    private final Forests forests = new Forests(Set.of("AMZN"));

    @Test
    void onlyChosenSymbolsHaveAForest() {
        assertThat(forests.isChosen("AMZN")).isTrue();
        assertThat(forests.isChosen("SKU-001")).isFalse();
    }

    @Test
    void whatIsFarFromEverythingBeforeIsAnAlert() throws IOException {
        List<Score> scores = scores(Integer.MAX_VALUE);

        Score spike = scores.get(USUAL_VALUES);
        assertThat(spike.isAlert()).isTrue();
        assertThat(spike.pattern()).isEqualTo(Pattern.SPIKE);
        assertThat(spike.expected()).isBetween(14.0, 26.0);
        assertThat(scores.subList(0, USUAL_VALUES)).filteredOn(Score::isAlert).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void writtenAndReadItSaysTheSameInBoundedSpace() throws IOException {
        assertThat(scores(150)).isEqualTo(scores(Integer.MAX_VALUE));
    }

    private List<Score> scores(int valuesPerRestart) throws IOException {
        Random noise = new Random(7);
        SeriesScorer scorer = forests.create();
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i <= USUAL_VALUES; i++) {
            double value = i == USUAL_VALUES ? 120 : 20 + 1.8 * noise.nextGaussian();
            scores.add(scorer.score(1_772_496_000_000L + i * 300_000L, value));
            if ((i + 1) % valuesPerRestart == 0) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                scorer.write(new DataOutputStream(bytes));
                assertThat(bytes.size()).isLessThan(BYTES_MAX);
                scorer = forests.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            }
        }
        return scores;
    }
}
