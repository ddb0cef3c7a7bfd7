package io.stockmate.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TrialsTest {
    private static final double LOG_ODDS = Math.log(1e6);

    @Test
    void everyFaultIsSizedToAMillionToOneAndHardlyMore() {
        CleanSeries series = Family.AUTOREGRESSION.draw(600, new Random(1));
        for (Fault fault : new Fault[] {Fault.SPIKE, Fault.LEVEL_SHIFT, Fault.DRIFT, Fault.VARIANCE}) {
            double size = Sizing.of(series, fault, 400);
            assertThat(series.plant(fault, 400, size).logOdds()).isBetween(LOG_ODDS, LOG_ODDS * 1.15);
            assertThat(series.plant(fault, 400, size / 1.03).logOdds()).isLessThan(LOG_ODDS);
        }
    }

    @Test
    void theOddsOfASpikeInNoiseAreThoseOfTheNormalLaw() {
        NoiseSeries series = new NoiseSeries(0, 0, Innovation.GAUSSIAN, 10, new Random(2));
        double clean = new NoiseSeries(0, 0, Innovation.GAUSSIAN, 10, new Random(2))
                        .plant(Fault.SPIKE, 5, 0)
                        .values()[0]
                - 100;
        Planted planted = series.plant(Fault.SPIKE, 5, 4);
        assertThat(planted.logOdds()).isCloseTo(((clean + 4) * (clean + 4) - clean * clean) / 2, within(0.05));
        assertThat(planted.values()[0]).isCloseTo(104 + clean, within(0.011));
    }

    @Test
    void theDifferenceOfTwoCountsIsWiderThanEither() {
        double total = 0;
        for (int difference = -60; difference <= 60; difference++) {
            total += Math.exp(Poisson.logProbabilityOfDifference(difference, 8, 8));
        }
        assertThat(total).isCloseTo(1, within(1e-9));
        assertThat(Math.exp(Poisson.logProbabilityOfDifference(0, 8, 8))).isCloseTo(0.1005, within(0.0005));
    }

    @Test
    void plainFaultsAreFoundAtOnceAndCleanDaysAreQuiet() throws IOException {
        Trials trials = Trials.of(Family.RANDOM_WALK, 3, 7);
        assertThat(trials.atSize().get(Fault.SPIKE).recall()).isGreaterThan(0.9);
        assertThat(trials.atSize().get(Fault.SPIKE).medianDelay()).isZero();
        assertThat(trials.atHalfSize().get(Fault.SPIKE).recall()).isLessThan(0.5);
        assertThat(trials.cleanDays()).isEqualTo(42);
        assertThat(trials.falseAlerts()).isLessThan(10);
    }

    @Test
    void nineFaultsInTenAreFoundInAllFamiliesTogetherAndTheirCleanDaysAreQuiet() throws IOException {
        Found atSize = new Found();
        int cleanDays = 0;
        int falseAlerts = 0;
        for (Family family : Family.values()) {
            Trials trials = Trials.of(family, 8, 1);
            trials.atSize().values().forEach(atSize::add);
            cleanDays += trials.cleanDays();
            falseAlerts += trials.falseAlerts();
        }
        assertThat(atSize.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(atSize.medianDelay()).isLessThanOrEqualTo(2);
        assertThat((double) falseAlerts / cleanDays).isLessThanOrEqualTo(0.05);
    }
}
