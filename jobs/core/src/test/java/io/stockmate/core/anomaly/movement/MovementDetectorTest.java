package io.stockmate.core.anomaly.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MovementDetectorTest {
    private static final long DAY = 86_400_000;

    private final MovementDetector detector = new MovementDetector();

    @Test
    void firstMovementIsJudgedByWhatIsUsualEverywhere() {
        MovementScore score = detector.observe(1_000 * DAY, 1);

        // unrelated: 1 − (1 + 1/30)^−½ = 0.016261; own: the share of packs of one, 1 of Σ 1/√pack = 5.6119, times ½
        assertThat(score.sizeDecades()).isCloseTo(StrictMath.log10(0.016261 / (0.5 / 5.6119)), within(1e-4));
        assertThat(score.expectedWaitDays()).isEqualTo(40);
        assertThat(score.waitDecades()).isCloseTo(1.60206, within(1e-5));
        assertThat(score.expectedQuantity()).isNaN();
    }

    @Test
    void secondMovementIsJudgedByTheFirst() {
        detector.observe(1_000 * DAY, 31);
        MovementScore score = detector.observe(1_010 * DAY, 31);

        // 20 + 10 days for ½ + 1 movements
        assertThat(score.expectedWaitDays()).isEqualTo(20);
        assertThat(score.expectedQuantity()).isCloseTo(31, within(1e-4));
        // unrelated: (1 + 30/30)^−½ − (1 + 31/30)^−½ = 0.00581991. Own packs: pieces alone can make 31, with prior
        // weight
        // 8 / 5.6119 = 1.42555, now 2.42555 of 9, times 1 / (31·32) = 2.71679e-4; remembered: 1 − 0.75 of the 2 + 1
        double own = (0.25 + 2.75 * 2.71679e-4) / 3;
        assertThat(score.sizeDecades()).isCloseTo(StrictMath.log10(0.00581991 / own), within(1e-5));
    }

    @Test
    void usualSizeIsOrdinaryAndASizeOutsideThePacksIsNot() {
        for (int day = 0; day < 60; day++) {
            detector.observe(day * DAY, day % 3 == 0 ? 24 : 12);
        }
        MovementDetector same = MovementBytes.copy(detector);

        assertThat(detector.observe(60 * DAY, 12).isAlert()).isFalse();
        assertThat(same.observe(60 * DAY, 277).isAlert()).isTrue();
    }

    @Test
    void keyThatSleptLongIsMoreSurprising() {
        for (int day = 0; day < 30; day++) {
            detector.observe(day * DAY, 10);
        }
        MovementDetector same = MovementBytes.copy(detector);
        MovementScore soon = detector.observe(30 * DAY, 37);
        MovementScore late = same.observe(400 * DAY, 37);

        assertThat(late.sizeDecades()).isEqualTo(soon.sizeDecades());
        assertThat(late.waitDecades()).isGreaterThan(soon.waitDecades() + 0.9);
        assertThat(late.probability()).isBetween(soon.probability(), 1.0);
    }

    @Test
    void timeThatGoesBackCountsAsTheSameTime() {
        detector.observe(10 * DAY, 5);
        detector.observe(20 * DAY, 5);

        assertThat(detector.observe(5 * DAY, 5).expectedWaitDays()).isEqualTo((20 + 10) / 2.5);
    }

    @Test
    void scoreIsAPromiseOnAlertsPerDay() {
        SplittableRandom random = new SplittableRandom(4);
        int alerts = 0;
        int days = 0;
        for (int key = 0; key < 200; key++) {
            MovementDetector ordinary = new MovementDetector();
            double perDay = 0.05 + 3 * random.nextDouble();
            long pack = 1 + random.nextInt(12);
            double time = 0;
            while ((time -= Math.log(1 - random.nextDouble()) / perDay) < 200) {
                long packs = (long) (1 / (1 - random.nextDouble()));
                alerts += ordinary.observe((long) (time * DAY), pack * packs).isAlert() ? 1 : 0;
            }
            days += 200;
        }

        assertThat((double) alerts / days).isPositive().isLessThan(0.05);
    }

    @Test
    void scoresOfAPrefixAreAPrefixOfTheScores() {
        long[] sizes = sizes(300);
        List<MovementScore> whole = scores(sizes);
        long[] planted = sizes.clone();
        planted[200] = 999_999_999_999L;

        assertThat(scores(planted).subList(0, 200)).isEqualTo(whole.subList(0, 200));
        assertThat(scores(planted).get(200)).isNotEqualTo(whole.get(200));
    }

    @Test
    void readDetectorGoesOnAsTheWrittenOneWould() {
        long[] sizes = sizes(300);
        List<MovementScore> restored = new ArrayList<>();
        MovementDetector current = new MovementDetector();
        for (int i = 0; i < sizes.length; i++) {
            current = MovementBytes.copy(current);
            restored.add(current.observe(i * DAY / 7, sizes[i]));
        }

        assertThat(restored).isEqualTo(scores(sizes));
    }

    @Test
    void movementWithoutAQuantityIsRefused() {
        assertThatThrownBy(() -> detector.observe(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantity 0");
    }

    private static List<MovementScore> scores(long[] sizes) {
        List<MovementScore> scores = new ArrayList<>();
        MovementDetector fresh = new MovementDetector();
        for (int i = 0; i < sizes.length; i++) {
            scores.add(fresh.observe(i * DAY / 7, sizes[i]));
        }
        return scores;
    }

    private static long[] sizes(int count) {
        return new SplittableRandom(1).longs(count, 1, 40).toArray();
    }
}
