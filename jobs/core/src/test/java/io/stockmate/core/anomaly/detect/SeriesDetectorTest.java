package io.stockmate.core.anomaly.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeriesDetectorTest {
    private static final long FIVE_MINUTES = 300_000;
    private static final int STATE_BYTES_MAX = 1024;

    @Test
    void theScoreOfAPrefixIsThePrefixOfTheScores() {
        double[] values = noisyDays(2000, 7);
        List<Score> whole = scores(new SeriesDetector(), values, 0, 2000);
        double[] cut = values.clone();
        cut[1000] = 1e12;
        assertThat(scores(new SeriesDetector(), cut, 0, 1000)).isEqualTo(whole.subList(0, 1000));
    }

    @Test
    void aDetectorWrittenAndReadGoesOnAsIfNothingHadHappened() throws IOException {
        double[] values = noisyDays(2000, 8);
        values[1500] = Double.NaN;
        List<Score> whole = scores(new SeriesDetector(), values, 0, 2000);
        for (int cut : new int[] {0, 1, 13, 1000, 1500, 1501}) {
            SeriesDetector detector = new SeriesDetector();
            scores(detector, values, 0, cut);
            SeriesDetector restored = SeriesDetector.read(in(bytes(detector)));
            assertThat(scores(restored, values, cut, 2000)).isEqualTo(whole.subList(cut, 2000));
        }
    }

    @Test
    void itsStateIsSmallAndDoesNotGrow() throws IOException {
        SeriesDetector detector = new SeriesDetector();
        int fresh = bytes(detector).length;
        scores(detector, noisyDays(5000, 9), 0, 5000);
        assertThat(bytes(detector)).hasSize(fresh).hasSizeLessThanOrEqualTo(STATE_BYTES_MAX);
    }

    @Test
    void aValueFarOffIsAnAlertAndSaysWhatWasExpected() {
        double[] values = noisyDays(3000, 10);
        values[2900] += 500;
        Score score = scores(new SeriesDetector(), values, 0, 2901).get(2900);
        assertThat(score.isAlert()).isTrue();
        assertThat(score.pattern()).isEqualTo(Pattern.SPIKE);
        assertThat(score.expected()).isBetween(values[2900] - 600, values[2900] - 400);
    }

    @Test
    void refusesTheStateOfALaterVersion() {
        assertThatThrownBy(() -> SeriesDetector.read(in(new byte[] {99})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }

    private static double[] noisyDays(int count, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = 100 + 20 * Math.sin(2 * Math.PI * i / 288) + 5 * random.nextGaussian();
        }
        return values;
    }

    private static List<Score> scores(SeriesDetector detector, double[] values, int from, int to) {
        List<Score> scores = new ArrayList<>();
        for (int i = from; i < to; i++) {
            scores.add(detector.score(i * FIVE_MINUTES, values[i]));
        }
        return scores;
    }

    private static byte[] bytes(SeriesDetector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
