package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateSizeTest {
    private static final List<ForecasterSettings> SETTINGS = List.of(
            ForecasterSettings.withoutSeason(),
            ForecasterSettings.seasons(7),
            ForecasterSettings.seasons(12),
            ForecasterSettings.seasons(24),
            ForecasterSettings.seasons(31),
            ForecasterSettings.seasons(7, 365),
            ForecasterSettings.seasons(7).withEffects(0.5, 0, 0.3, 0, -1));

    /** Whole numbers and fractions, as shares of lost sales and changed prices make them. */
    @Test
    void stateOfWhatIsNotSettledAsSteadyTakesAtMostHalfAKilobyteAfterAnyValue() {
        Random random = new Random(3);
        int counts = 0;
        for (int series = 0; series < 3_000; series++) {
            ForecasterSettings settings = SETTINGS.get(series % SETTINGS.size());
            Forecaster forecaster = series / SETTINGS.size() % 2 == 0
                    ? Forecaster.of(settings)
                    : Forecaster.of(settings, new ColdStart(random.nextDouble() * 9, 1.1, random.nextDouble(), 7.3));
            double zeros = random.nextDouble();
            double missing = random.nextDouble() * 0.7;
            double fractions = random.nextDouble();
            double size = Math.pow(10, random.nextInt(10));
            for (int day = 0; day < 140; day++) {
                double whole = random.nextDouble() < zeros ? 0 : Math.rint(1 + size * random.nextDouble());
                double value = random.nextDouble() < fractions ? whole * (1 + random.nextDouble()) : whole;
                forecaster.observe(random.nextDouble() < missing ? Double.NaN : value, covariates(settings, random));
                if (forecaster.storedAs() != StoredAs.SMOOTH) {
                    assertThat(forecaster.write()).hasSizeLessThanOrEqualTo(512);
                }
            }
            counts += forecaster.storedAs() == StoredAs.COUNTS ? 1 : 0;
        }
        assertThat(counts).isGreaterThan(1_000);
    }

    private static double[] covariates(ForecasterSettings settings, Random random) {
        return random.doubles(settings.regressors(), -0.5, 0.5).toArray();
    }
}
