package io.stockmate.core.anomaly.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SizeProbabilitiesTest {
    @Test
    void unrelatedSizesSumToTheirDistribution() {
        double below = LongStream.rangeClosed(1, 2_970)
                .mapToDouble(UnrelatedSizes::probability)
                .sum();

        assertThat(below).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void unrelatedSizesAreExactAlsoAtTheLimitOfQuantities() {
        // the density ½ / 30 · (q/30)^−1.5 at 10¹²
        assertThat(UnrelatedSizes.probability(1_000_000_000_000L)).isCloseTo(2.7386e-18, within(1e-21));
    }

    @Test
    void ownSizesSumToOneBeforeAndAfterLearning() {
        OwnSizes sizes = new OwnSizes();
        assertThat(sum(sizes)).isCloseTo(1, within(1e-4));
        for (long size = 1; size <= 40; size++) {
            sizes.learn(size);
            sizes.learn(12);
        }

        assertThat(sum(sizes)).isCloseTo(1, within(1e-4));
    }

    @Test
    void packsAreLearnt() {
        PackSizes packs = new PackSizes();
        double before = packs.probability(36) / packs.probability(35);
        for (int i = 0; i < 20; i++) {
            packs.learn(12, 1);
        }

        assertThat(packs.probability(36) / packs.probability(35)).isGreaterThan(5 * before);
    }

    @Test
    void sizeMovedAgainAndAgainIsAHabitAndFadesWhenOthersCome() {
        OwnSizes sizes = new OwnSizes();
        for (int i = 0; i < 20; i++) {
            sizes.learn(37);
        }
        double habit = sizes.probability(37);
        for (int i = 0; i < 200; i++) {
            sizes.learn(12);
        }

        assertThat(habit).isGreaterThan(0.8);
        assertThat(sizes.probability(37)).isLessThan(habit / 1_000);
    }

    @Test
    void usualSizeIsTheGeometricMean() {
        OwnSizes sizes = new OwnSizes();
        sizes.learn(4);
        sizes.learn(16);

        // 16 weighs 1 and 4 weighs 0.98
        assertThat(sizes.usual()).isCloseTo(StrictMath.exp((0.98 * Math.log(4) + Math.log(16)) / 1.98), within(1e-5));
    }

    private static double sum(OwnSizes sizes) {
        return LongStream.rangeClosed(1, 1_000_000)
                .mapToDouble(sizes::probability)
                .sum();
    }
}
