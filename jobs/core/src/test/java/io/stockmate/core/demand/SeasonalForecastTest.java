package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seasons, gaps in them, and hours or days on which a shop is closed. */
class SeasonalForecastTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void seasonIsLearnedFromAFewOfThem() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 70; day++) {
            forecaster.observe(day % 7 == 6 ? 40 : 10);
        }
        Forecast forecast = forecaster.forecast(7);
        assertThat(forecast.mean(1)).isCloseTo(10, within(1.0));
        assertThat(forecast.mean(7)).isCloseTo(40, within(3.0));
    }

    @Test
    void twoSeasonsAreLearnedTogether() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.seasons(24, 168));
        for (int hour = 0; hour < 168 * 6; hour++) {
            forecaster.observe(doubleSeason(hour));
        }
        Forecast forecast = forecaster.forecast(48);
        double error = 0;
        double size = 0;
        for (int step = 1; step <= 48; step++) {
            double actual = doubleSeason(168 * 6 + step - 1);
            error += Math.abs(forecast.mean(step) - actual);
            size += actual;
        }
        assertThat(error / size).isLessThan(0.05);
    }

    @Test
    void gapsPassWithoutMovingTheSeason() {
        Forecaster whole = Forecaster.of(weekly);
        Forecaster gaps = Forecaster.of(weekly);
        for (int day = 0; day < 140; day++) {
            double value = day % 7 == 6 ? 40 : 10;
            whole.observe(value);
            gaps.observe(day % 9 == 4 ? Double.NaN : value);
        }
        for (int step = 1; step <= 7; step++) {
            assertThat(gaps.forecast(7).mean(step)).isCloseTo(whole.forecast(7).mean(step), within(2.0));
        }
    }

    @Test
    void daysUnknownBeforeTheFirstValueMoveNoSeason() {
        for (int unknown = 1; unknown <= 8; unknown++) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < unknown; day++) {
                forecaster.observe(Double.NaN);
            }
            for (int day = 0; day < 70; day++) {
                forecaster.observe(day % 7 == 6 ? 40 : 10);
            }
            Forecast forecast = forecaster.forecast(7);
            assertThat(forecast.mean(1)).isCloseTo(10, within(1.0));
            assertThat(forecast.mean(7)).isCloseTo(40, within(3.0));
        }
    }

    @Test
    void closedDaysMakeNoDemandIntermittent() {
        for (int closed = 1; closed <= 3; closed++) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 120; day++) {
                forecaster.observe(day % 7 < closed ? 0 : 90 + day * 7 % 21);
                assertThat(day >= 21 && forecaster.intermittent())
                        .as("%s closed days a week, on day %s", closed, day)
                        .isFalse();
            }
            assertThat(forecaster.total(7).mean()).isCloseTo(100 * (7 - closed), within(20.0));
        }
    }

    @Test
    void closedHoursMakeNoDemandIntermittent() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.seasons(24, 168));
        for (int hour = 0; hour < 500; hour++) {
            forecaster.observe(hour % 24 < 10 ? 0 : 9 + hour * 7 % 5);
            assertThat(hour >= 72 && forecaster.intermittent()).isFalse();
        }
        assertThat(forecaster.total(24).mean()).isCloseTo(14 * 11, within(20.0));
    }

    @Test
    void seasonWithoutAnyDemandSoFarIsNone() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.seasons(2), new ColdStart(10, 3, 0, 1_000));
        for (int day = 0; day < 100; day++) {
            forecaster.observe(day == 0 || day == 3 ? 1 : 0);
            assertThat(forecaster.forecast(1).mean(1)).isFinite();
        }
    }

    @Test
    void yearWithoutAWeekIsFollowedFromTheDayItIsKnown() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.seasons(365));
        for (int day = 0; day < 3 * 365; day++) {
            double value = 100 + 30 * StrictMath.sin(2 * Math.PI * day / 365);
            if (day > 100) {
                assertThat(forecaster.forecast(1).mean(1)).as("day %s", day).isCloseTo(value, within(15.0));
            }
            forecaster.observe(value);
        }
    }

    @Test
    void dayOfTheWeekThatIsClosedPullsNoForecastDown() {
        Random random = new Random(4);
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 196; day++) {
            forecaster.observe(day % 7 == 6 ? 0 : StrictMath.rint(100 + 15 * random.nextGaussian()));
        }
        assertThat(forecaster.intermittent()).isFalse();
        assertThat(forecaster.total(28).mean()).isCloseTo(2_400, within(100.0));
        assertThat(forecaster.forecast(7).mean(7)).isLessThan(10);
    }

    private static double doubleSeason(int hour) {
        double day = hour % 24 < 8 ? 0.5 : 1.25;
        double weekend = hour % 168 >= 120 ? 0.6 : 1.16;
        return 100 * day * weekend;
    }
}
