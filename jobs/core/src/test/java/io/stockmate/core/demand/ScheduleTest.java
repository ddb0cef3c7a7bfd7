package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void zerosOfPlacesWithoutAnyDemandAreFoundAfterThreeSeasons() {
        Schedule schedule = new Schedule(List.of(7));
        for (int day = 0; day < 21; day++) {
            assertThat(schedule.isToBeAsked()).isFalse();
            assertThat(schedule.isOpen(day, day % 7 < 2 ? 0 : 1)).isTrue();
        }
        assertThat(schedule.isToBeAsked()).isTrue();
        assertThat(schedule.closedShare()).isEqualTo(6 / 21.0);
        schedule.decide();
        assertThat(schedule.isToBeAsked()).isFalse();
        assertThat(schedule.isOpen(28, 0)).isFalse();
        assertThat(schedule.isOpen(30, 0)).isTrue();
    }

    @Test
    void luckIsHowLikelyZerosSpreadByChanceFillAsManyPlaces() {
        Schedule schedule = new Schedule(List.of(7));
        for (int day = 0; day < 14; day++) {
            schedule.isOpen(day, day % 7 == 3 || day == 0 ? 0 : 1);
        }
        assertThat(schedule.luck())
                .as("7 places, and 3 of 14 values are zeros: 3/14 · 2/13")
                .isCloseTo(7 * 3 / 14.0 * 2 / 13, within(1e-12));
        schedule.isOpen(14, 0);
        schedule.isOpen(17, 0);
        assertThat(schedule.luck())
                .as("5 of 16: 5/16 · 4/15 · 3/14")
                .isCloseTo(7 * 5 / 16.0 * 4 / 15 * 3 / 14, within(1e-12));
    }

    @Test
    void whatSeemsClosedIsInDoubtUntilItIsDecided() {
        Schedule schedule = new Schedule(List.of(7));
        for (int day = 0; day < 21; day++) {
            schedule.isOpen(day, day % 7 < 2 ? 0 : 1);
        }
        schedule.doubt();
        assertThat(schedule.seemsToClose()).isTrue();
        assertThat(schedule.isToBeAsked()).isTrue();
        assertThat(schedule.isFull(55)).isFalse();
        assertThat(schedule.isFull(56)).isTrue();
        schedule.decide();
        assertThat(schedule.seemsToClose()).isFalse();
        assertThat(schedule.isToBeAsked()).isFalse();
    }

    @Test
    void placesWhoseValuesAreMissingHaveNoZeros() {
        Schedule schedule = new Schedule(List.of(7));
        for (int day = 0; day < 21; day++) {
            if (day % 7 > 1) {
                schedule.isOpen(day, day % 7 == 2 ? 0 : 1);
            }
        }
        assertThat(schedule.closedShare()).isEqualTo(3 / 15.0);
    }

    @Test
    void seasonsPassWhileValuesAreMissing() {
        Schedule schedule = new Schedule(List.of(7));
        for (int day = 0; day < 168; day++) {
            schedule.pass(day);
            boolean isMissing = day % 56 == 0;
            if (day == 22) {
                schedule.decide();
            }
            if (!isMissing) {
                schedule.isOpen(day, day % 7 == 3 && day > 50 ? 0 : 1);
            }
        }
        assertThat(schedule.isOpen(168 + 3, 0)).isFalse();
    }

    @Test
    void valueMissingWhenThreeWeeksHavePassedLeavesClosedDaysFound() {
        for (int missing = 19; missing < 25; missing++) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 120; day++) {
                forecaster.observe(day == missing ? Double.NaN : day % 7 < 2 ? 0 : 90 + day * 7 % 21);
                assertThat(day > 30 && forecaster.intermittent())
                        .as("day %s missing, on day %s", missing, day)
                        .isFalse();
            }
        }
    }

    @Test
    void daysWithoutAMarketMakeIntermittentDemandNoSteadyOne() {
        for (double zeros : new double[] {0.2, 0.3, 0.4}) {
            int daily = intermittent(zeros, 7);
            assertThat(intermittent(zeros, 5)).as("%s zeros", zeros).isBetween(daily - 15, daily + 15);
        }
    }

    /** Of 200 series how many are taken for intermittent after 36 days. */
    private int intermittent(double zeros, int daysOfTheWeek) {
        int intermittent = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 36; day++) {
                double value = random.nextDouble() < zeros ? 0 : 1 + random.nextInt(5);
                forecaster.observe(day % 7 < daysOfTheWeek ? value : Double.NaN);
            }
            intermittent += forecaster.intermittent() ? 1 : 0;
        }
        return intermittent;
    }

    @Test
    void stateOfSeventeenValuesWithoutAScheduleStaysIntermittent() {
        String written = "AwQREaalJT8REQaJgrM+tbS0PvHwcD/x8HA/6SY4P21gND+UYCI/pnk3QkN2N0IinjtCqqqqPquqqj6qqqo+AAAAPwAA"
                + "AAAAAAA/AAAAP6qqqj6rqqo+VlXVPwAAAEAAAAAAAADAPwAAgD+AP4BAAECgQEBAgD8CtyBA";
        Forecaster read = Forecaster.read(weekly, Base64.getDecoder().decode(written));
        for (int day = 17; day < 60; day++) {
            read.observe(day % 3 == 0 ? 1 + day % 5 : 0);
            assertThat(read.intermittent()).as("day %s", day).isTrue();
        }
    }

    @Test
    void stateOfTwelveValuesWithoutAScheduleFindsItInThem() {
        String written =
                "AwgADAEAAAAAAQAAAAABAAC4QgEAALpCAQAAvEIBAAC+QgEAAMBCAQAAAAABAAAAAAEAAMZCAQAAyEIBAADKQgwMq6qqPg==";
        Forecaster read = Forecaster.read(weekly, Base64.getDecoder().decode(written));
        Forecaster straight = Forecaster.of(weekly);
        for (int day = 0; day < 60; day++) {
            double value = day % 7 < 2 ? 0 : 90 + day;
            straight.observe(value);
            if (day >= 12) {
                read.observe(value);
            }
        }
        assertThat(read.intermittent()).isFalse();
        assertThat(read.write()).isEqualTo(straight.write());
    }

    @Test
    void stateOfNineteenValuesOfVersionFiveKnowsItsZeros() {
        String written = "BQgAEwQEYGFiY2QEBGdoaWprBARub3ATEymvoT58AAATDwA=";
        Forecaster read = Forecaster.read(weekly, Base64.getDecoder().decode(written));
        Forecaster straight = Forecaster.of(weekly);
        for (int day = 0; day < 60; day++) {
            double value = day % 7 < 2 ? 0 : 90 + day;
            straight.observe(value);
            if (day >= 19) {
                read.observe(value);
                assertThat(read.write()).as("day %s", day).isEqualTo(straight.write());
            }
        }
        assertThat(read.storedAs()).isEqualTo(StoredAs.SMOOTH);
    }
}
