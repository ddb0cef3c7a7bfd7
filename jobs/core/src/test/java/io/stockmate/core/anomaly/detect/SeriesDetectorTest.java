package io.stockmate.core.anomaly.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
    void oneHugeSpikeIsOneAlertAndTheValuesAfterItAreNone() {
        double[] values = noisyDays(3000, 15);
        values[2900] += 5000;
        assertThat(scores(new SeriesDetector(), values, 0, 3000).subList(2900, 3000))
                .filteredOn(Score::isAlert)
                .extracting(Score::pattern)
                .containsExactly(Pattern.SPIKE);
    }

    @Test
    void aStepIsFollowedSoThatLaterValuesAreExpectedOnItsNewLevel() {
        double[] values = noisyDays(3000, 16);
        for (int i = 2000; i < 3000; i++) {
            values[i] += 300;
        }
        assertThat(scores(new SeriesDetector(), values, 0, 3000).subList(2600, 3000))
                .noneMatch(Score::isAlert)
                .allMatch(score -> score.expected() > 300);
    }

    @Test
    void valuesThatStopComingAreAnAlertAtTheThird() {
        SeriesDetector detector = new SeriesDetector();
        double[] values = noisyDays(3000, 11);
        for (int i = 50; i < 2900; i += 200) {
            values[i] = Double.NaN;
        }
        scores(detector, values, 0, 2998);
        assertThat(detector.score(2998 * FIVE_MINUTES, Double.NaN).isAlert()).isFalse();
        detector.score(2999 * FIVE_MINUTES, Double.NaN);
        Score third = detector.score(3000 * FIVE_MINUTES, Double.NaN);
        assertThat(third.isAlert()).isTrue();
        assertThat(third.pattern()).isEqualTo(Pattern.MISSING);
    }

    @Test
    void aValueThatRepeatsItselfAsNeverBeforeIsFrozen() {
        double[] values = noisyDays(3000, 12);
        for (int i = 2990; i < 3000; i++) {
            values[i] = values[2989];
        }
        assertThat(scores(new SeriesDetector(), values, 0, 3000).subList(2990, 3000))
                .anyMatch(score -> score.isAlert() && score.pattern() == Pattern.FROZEN);
    }

    @Test
    void aSeriesThatNeverChangesIsNoAlert() {
        assertThat(scores(new SeriesDetector(), new double[3000], 0, 3000)).noneMatch(Score::isAlert);
    }

    @Test
    void theFirstValueOfABurstHasTheHighestAlarm() {
        double[] values = noisyDays(3000, 13);
        for (int i = 2900; i < 2910; i++) {
            values[i] += 500;
        }
        List<Score> burst = scores(new SeriesDetector(), values, 0, 2910).subList(2900, 2910);
        assertThat(burst.get(0).alarm()).isGreaterThan(0.4);
        assertThat(burst.subList(1, 10))
                .allMatch(score -> score.alarm() < burst.get(0).alarm());
    }

    /**
     * The bytes are state of running jobs: they change only with the version, and the old version is then still read.
     */
    @Test
    void theBytesOfAStateAreThoseOfVersionOne() throws IOException, NoSuchAlgorithmException {
        SeriesDetector detector = new SeriesDetector();
        scores(detector, noisyDays(1000, 14), 0, 1000);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(detector));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("07ac83af29f89c8750a78facbdc6c0a2fc47eaa90283fe48a840719b396cd3e4");
        assertThat(bytes(SeriesDetector.read(in(bytes(detector))))).isEqualTo(bytes(detector));
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
            values[i] = 100 + 20 * StrictMath.sin(2 * Math.PI * i / 288) + 5 * random.nextGaussian();
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
