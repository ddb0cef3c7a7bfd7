package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecasterTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void constantSeriesIsForecastAsItIs() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int i = 0; i < 50; i++) {
            forecaster.observe(12);
        }
        Forecast forecast = forecaster.forecast(3);
        assertThat(forecast.mean(3)).isCloseTo(12, within(0.01));
        assertThat(forecast.quantile(1, 0.975)).isCloseTo(12, within(0.5));
        assertThat(forecaster.total(7).mean()).isCloseTo(84, within(0.1));
    }

    @Test
    void beforeTheFirstValueNothingIsExpected() {
        assertThat(Forecaster.of(weekly).forecast(2).mean(2)).isZero();
    }

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
    void gapsInIntermittentDemandAreNoZeros() {
        Forecaster gaps = Forecaster.of(weekly);
        for (int day = 0; day < 600; day++) {
            gaps.observe(day % 2 == 0 ? Double.NaN : day % 5 == 0 ? 10 : 0);
        }
        assertThat(gaps.intermittent()).isTrue();
        assertThat(gaps.forecast(1).mean(1)).isCloseTo(2, within(0.6));
    }

    private static double doubleSeason(int hour) {
        double day = hour % 24 < 8 ? 0.5 : 1.25;
        double weekend = hour % 168 >= 120 ? 0.6 : 1.16;
        return 100 * day * weekend;
    }

    @Test
    void lineIsFollowed() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.withoutSeason());
        for (int year = 0; year < 30; year++) {
            forecaster.observe(100 + 5 * year);
        }
        assertThat(forecaster.forecast(4).mean(4)).isCloseTo(100 + 5 * 33, within(5.0));
    }

    @Test
    void oneHugeSaleMovesNeitherTheLevelNorWhatIsHeldAgainstIt() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 121; day++) {
            forecaster.observe(day == 120 ? 1_000 : 3 + day * 7 % 5);
        }
        assertThat(forecaster.total(8).quantile(0.95)).isBetween(40.0, 60.0);
        for (int day = 121; day < 180; day++) {
            forecaster.observe(3 + day * 7 % 5);
            assertThat(forecaster.total(8).quantile(0.95)).isBetween(40.0, 60.0);
        }
    }

    @Test
    void oneHugeSaleHardlyMovesIntermittentDemand() {
        double before = 0;
        double mean = 0;
        double median = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 151; day++) {
                double value = random.nextDouble() < 0.6 ? 0 : 1 + random.nextInt(5);
                before += day == 120 ? forecaster.total(8).mean() / 50 : 0;
                forecaster.observe(day == 120 ? 1_000 : value);
                assertThat(forecaster.forecast(1).quantile(1, 0.975)).isLessThan(40);
            }
            assertThat(forecaster.intermittent()).isTrue();
            mean += forecaster.total(8).mean() / 50;
            median += forecaster.total(8).quantile(0.5) / 50;
        }
        assertThat(mean).isCloseTo(before, within(0.3 * before));
        assertThat(median).isCloseTo(before, within(0.3 * before));
    }

    @Test
    void newLevelOfIntermittentDemandIsLearnedWithinAMonth() {
        double mean = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 150; day++) {
                int level = day < 120 ? 1 : 10;
                forecaster.observe(random.nextDouble() < 0.6 ? 0 : level * (1 + random.nextInt(5)));
            }
            mean += forecaster.total(8).mean() / 50;
        }
        assertThat(mean).as("10 before").isCloseTo(96, within(30.0));
    }

    @Test
    void aNewLevelIsLearnedWithinTwoWeeks() {
        for (double level : new double[] {50, 10}) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 134; day++) {
                forecaster.observe((day < 120 ? 5 : level) * (0.8 + day * 7 % 5 * 0.1));
            }
            assertThat(forecaster.total(8).mean()).isCloseTo(8 * level, within(2 * level));
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
    void manyZerosAreTakenForIntermittentDemand() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 0; day < 300; day++) {
            forecaster.observe(day % 5 == 0 ? 10 : 0);
        }
        assertThat(forecaster.intermittent()).isTrue();
        assertThat(forecaster.forecast(1).mean(1)).isCloseTo(2, within(0.4));
        assertThat(forecaster.forecast(1).quantile(1, 0.5)).isZero();
        assertThat(forecaster.forecast(1).quantile(1, 0.95)).isCloseTo(10, within(0.1));
        assertThat(forecaster.write()).hasSizeLessThanOrEqualTo(256);
    }

    @Test
    void stateStaysSmallHoweverLongTheSeries() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.seasons(7, 365));
        for (int day = 0; day < 3 * 365; day++) {
            forecaster.observe(value(day));
        }
        assertThat(forecaster.write()).hasSizeLessThanOrEqualTo(3_000);
    }

    @Test
    void futureChangesNoForecastOfThePast() {
        Forecaster shorter = Forecaster.of(weekly);
        Forecaster longer = Forecaster.of(weekly);
        for (int day = 0; day < 100; day++) {
            shorter.observe(value(day));
            longer.observe(value(day));
        }
        Forecast before = longer.forecast(3);
        longer.observe(1e12);
        assertThat(before.mean(3)).isEqualTo(shorter.forecast(3).mean(3));
    }

    @Test
    void eventsAndPricesAreLearnedAsFactors() {
        ForecasterSettings settings = weekly.withEffects(0);
        Forecaster forecaster = Forecaster.of(settings);
        for (int day = 0; day < 200; day++) {
            double event = day % 10 == 9 ? 1 : 0;
            forecaster.observe(event == 1 ? 30 : 20, event);
        }
        Forecast forecast = forecaster.forecast(2, new double[] {0}, new double[] {1});
        assertThat(forecast.mean(1)).isCloseTo(20, within(1.5));
        assertThat(forecast.mean(2)).isCloseTo(30, within(2.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster.observe(1))
                .withMessageContaining("the settings say 1");
    }

    @Test
    void effectsThatAreToldCountFromTheFirstDayAndAreCorrected() {
        ForecasterSettings settings = weekly.withEffects(1, 0);
        Forecaster forecaster = Forecaster.of(settings);
        for (int day = 0; day < 30; day++) {
            forecaster.observe(10, 0, 0);
        }
        double[] told = {2, 0};
        double[] unknown = {0, 1};
        Forecast first = forecaster.forecast(2, told, unknown);
        assertThat(first.mean(1)).isCloseTo(30, within(0.1));
        assertThat(first.mean(2)).isCloseTo(10, within(0.1));
        assertThat(forecaster.total(2, told, unknown).mean()).isCloseTo(40, within(0.1));
        forecaster.observe(30, told);
        assertThat(forecaster.forecast(1, told).mean(1)).isCloseTo(30, within(0.1));
        for (int day = 0; day < 40; day++) {
            boolean isEvent = day % 4 == 3;
            forecaster.observe(isEvent ? 20 : 10, isEvent ? told : new double[2]);
        }
        assertThat(forecaster.forecast(1, told).mean(1)).isCloseTo(20, within(1.5));
    }

    @Test
    void dayToldToBeClosedSaysNothingOfTheOthers() {
        Forecaster forecaster = Forecaster.of(weekly.withEffects(1));
        for (int day = 0; day < 100; day++) {
            boolean isClosed = day % 10 == 9;
            forecaster.observe(isClosed ? 0 : 10, isClosed ? -1 : 0);
        }
        Forecast forecast = forecaster.forecast(2, new double[] {0}, new double[] {-1});
        assertThat(forecast.mean(1)).isCloseTo(10, within(0.1));
        assertThat(forecast.mean(2)).isLessThanOrEqualTo(1);
    }

    @Test
    void effectOfManyTimesTheUsualIsNotUnlearnedByWhatItForetold() {
        Forecaster forecaster = Forecaster.of(weekly.withEffects(1));
        for (int day = 0; day < 30; day++) {
            forecaster.observe(10, 0);
        }
        forecaster.observe(100, 9);
        assertThat(forecaster.forecast(1, new double[] {9}).mean(1)).isCloseTo(100, within(1.0));
    }

    @Test
    void priceMovesDemandByItsElasticity() {
        Forecaster forecaster = Forecaster.of(weekly.withEffects(-1));
        for (int day = 0; day < 200; day++) {
            double price = Math.log(day % 3 == 0 ? 0.8 : 1);
            forecaster.observe(40 * (1 - 2 * price), price);
        }
        double cheap = Math.log(0.9);
        assertThat(forecaster.forecast(1, new double[] {cheap}).mean(1)).isCloseTo(40 * (1 - 2 * cheap), within(1.0));
    }

    @Test
    void effectsAreNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weekly.withEffects(1, Double.NaN))
                .withMessageContaining("NaN");
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
    void categoryGivesTheFirstForecasts() {
        Forecaster forecaster = Forecaster.of(weekly, new ColdStart(50, 10, 0, 4));
        assertThat(forecaster.forecast(1).mean(1)).isCloseTo(50, within(0.01));
        assertThat(forecaster.forecast(1).quantile(1, 0.975)).isBetween(60.0, 300.0);
        forecaster.observe(60);
        assertThat(forecaster.forecast(1).mean(1)).isBetween(50.0, 60.0);
    }

    @Test
    void seriesWithValuesBelowZeroIsForecastThere() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.withoutSeason());
        for (int i = 0; i < 40; i++) {
            forecaster.observe(-20 + i % 3);
        }
        assertThat(forecaster.forecast(1).mean(1)).isCloseTo(-19, within(1.5));
    }

    @Test
    void restoredAtAnyValueItGoesOnByteForByte() {
        for (ForecasterSettings settings : List.of(
                weekly,
                ForecasterSettings.withoutSeason(),
                ForecasterSettings.seasons(12),
                ForecasterSettings.seasons(24, 168),
                ForecasterSettings.seasons(7, 365))) {
            goesOnByteForByte(settings, Forecaster.of(settings), 900);
        }
    }

    @Test
    void restoredAfterAColdStartOrAReturnToSteadyDemandItGoesOnByteForByte() {
        for (ColdStart prior : List.of(new ColdStart(60, 10, 0, 4), new ColdStart(2, 1, 0.7, 30))) {
            goesOnByteForByte(weekly, Forecaster.of(weekly, prior), 1_500);
        }
    }

    /** Steady demand, then intermittent, then steady again. */
    private static void goesOnByteForByte(ForecasterSettings settings, Forecaster straight, int values) {
        Forecaster restored = Forecaster.read(settings, straight.write());
        for (int i = 0; i < values; i++) {
            double value = i < 600 || i >= 900 ? value(i) : i % 4 == 0 ? 5 : 0;
            straight.observe(value);
            restored.observe(value);
            restored = Forecaster.read(settings, restored.write());
            if (i % 25 == 0) {
                assertThat(restored.write()).as("after value %s", i).isEqualTo(straight.write());
            }
        }
        assertThat(restored.write()).isEqualTo(straight.write());
        assertThat(restored.forecast(7).mean(7)).isEqualTo(straight.forecast(7).mean(7));
    }

    @Test
    void stateIsOfTheseBytes() throws Exception {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int i = 0; i < 100; i++) {
            forecaster.observe(value(i));
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(forecaster.write());
        assertThat(HexFormat.of().formatHex(hash))
                .as("a change of the state needs a new version, and the old one read")
                .isEqualTo("302fa7c0d1cbac20d18a9608277bf5fe61007ebe8199122a4dea90152dd3dc91");
    }

    @Test
    void stateInDoubtWhetherDaysAreClosedIsOfTheseBytes() {
        Forecaster forecaster = Forecaster.of(weekly);
        for (int i = 0; i < 25; i++) {
            forecaster.observe(i % 7 < 2 ? 0 : i % 5 == 0 ? 7.5 : 300 + i);
        }
        assertThat(forecaster.storedAs()).isEqualTo(StoredAs.VALUES);
        assertThat(HexFormat.of().formatHex(forecaster.write()))
                .as("a change of the state needs a new version, and the old one read")
                .isEqualTo(
                        "07180019040403ae0203af0203b002010000f04003b202040403b502010000f04003b70203b80203b902040403bc0203bd0203be0203bf02"
                                + "010000f040040403c30203c4021919e04f8d327c00021904040000000000");
        assertThat(Forecaster.read(weekly, forecaster.write()).write()).isEqualTo(forecaster.write());
    }

    private static double value(int i) {
        return i % 11 == 3 ? Double.NaN : 20 + i * 7919 % 97 + (i % 7 == 0 ? 20 : 0);
    }

    @Test
    void stateWithoutAScheduleIsRead() {
        isReadAndCalibratesTotalsAnew(
                "AwQoKGlmJj8oKA56b7o+oRG0PmVmhj9lZoY/Q1piPwbVfT+FBZM/kULXQg9v2kJRzONCq6qqPqqqqj6qqqo+q6qqPqqqqj7M"
                        + "zMw+zczMPgAAAD8AAAA/AACAPwAAwD8AAMA/MzOzPwAAgD+AP4BAAECgQEBAgD+AQABAoEBAQIA/gEAAQKBAuf1BQA==");
    }

    @Test
    void stateWithoutCalibrationIsRead() {
        isReadAndCalibratesTotalsAnew(
                "BgQoKGlmJj9/AAEoKA56b7o+oRG0PmVmhj9lZoY/Q1piPwbVfT+FBZM/kULXQg9v2kJRzONCq6qqPqqqqj6qqqo+q6qqPqqq"
                        + "qj7MzMw+zczMPgAAAD8AAAA/AACAPwAAwD8AAMA/MzOzPwAAgD+AP4BAAECgQEBAgD+AQABAoEBAQIA/gEAAQKBAuf1BQAA=");
    }

    private void isReadAndCalibratesTotalsAnew(String written) {
        Forecaster read = Forecaster.read(weekly, Base64.getDecoder().decode(written));
        Forecaster straight = Forecaster.of(weekly);
        for (int i = 0; i < 80; i++) {
            double value = i % 3 == 0 ? 1 + i % 5 : 0;
            if (i >= 40) {
                assertThat(read.forecast(7).mean(7))
                        .isEqualTo(straight.forecast(7).mean(7));
                assertThat(read.total(8).quantile(0.5))
                        .isEqualTo(straight.total(8).quantile(0.5));
                assertThat(read.total(8).quantile(0.95))
                        .isCloseTo(straight.total(8).quantile(0.95), withinPercentage(5));
                read.observe(value);
            }
            straight.observe(value);
        }
    }

    @Test
    void stateOfTheFirstVersionIsRead() {
        String written = "AgIoKAAAAAAoAAAomNmGQpOMiEK6X4pCWyKbQqpqukIAANxC+dN9QpGTl0Jv7cRC9tEOPs54mkDzzX1BClgRQjv/hk"
                + "IEqZZBXBf/Q18Al0VrxrpCL1sSRQf/FkV0ZSJFflUTRV8bGEWwFSNF3pAURa4GGUVHmiNFDCYZRQErHkVHjidFh7wm"
                + "RdrMLUVRTTZFiz5GRQ8cTkUzMFVFUvlHRYYoMkWECIxFI/SX4kEilZaGQvs9AACBv0HAS8HQwRnCjkBRwfPBs7+YwF"
                + "PBNnZ9Qh09fLiwvFi4JTDR08AkG0eHQh4+AACuPGe/cMC0wDrBP0CqwLzAjb+Gv8a/4xWGQkk9driiu762J4mH4UEm"
                + "raGFQvc7AAAQwHrAssCjP4FBZ8AQwTlACcBFvfRAbs2BQiI7IrmOuQY4KQAAAAAomNmGQtg9AABZP+I/IkHOQSpCfs"
                + "AGQfhBDz6aQH5B5HOPQhE9YTfsPJk4r+moRLgDzUK9KgdCU6zyQaRQ00EAAAAAAAAAAAAAAAAAAAAA2GKMQdxHDELs"
                + "2kBCAAAAAAAAAAAAAAAAAAAAANZOGcAp18W/KdfFP9ZOGUCLTI1EuAPNQt3MF0I8wNJBgyqXQQAAAAAAAAAAAAAAAA"
                + "AAAADYYoxB3EcMQuzaQEIAAAAAAAAAAAAAAAAAAAAA1k4ZwCRVxr8uWcU/1k4ZQA==";
        ForecasterSettings settings = ForecasterSettings.withoutSeason();
        Forecaster read = Forecaster.read(settings, Base64.getDecoder().decode(written));
        Forecaster straight = Forecaster.of(settings);
        for (int i = 0; i < 40; i++) {
            straight.observe(20 + i * 7919 % 97);
        }
        for (int i = 40; i < 80; i++) {
            assertThat(read.forecast(6).mean(6)).isEqualTo(straight.forecast(6).mean(6));
            read.observe(20 + i * 7919 % 97);
            straight.observe(20 + i * 7919 % 97);
        }
        assertThat(read.total(5).mean())
                .as("learned anew")
                .isCloseTo(straight.total(5).mean(), within(40.0));
    }

    @Test
    void fewValuesTakeLittleState() {
        for (int missing : new int[] {0, 40, 100}) {
            Forecaster forecaster = Forecaster.of(weekly.withEffects(1, 0, 0));
            for (int i = 0; i < missing; i++) {
                forecaster.observe(Double.NaN, 0, 0, 0);
            }
            for (int i = 0; i < 40; i++) {
                forecaster.observe(i % 4 == 0 ? 1 + i % 3 : 0, 0, 0, 0);
                assertThat(forecaster.write()).as("%s values", i + 1).hasSizeLessThan(512);
                assertThat(Forecaster.read(weekly.withEffects(1, 0, 0), forecaster.write())
                                .write())
                        .isEqualTo(forecaster.write());
            }
        }
    }

    @Test
    void aCovariateThatNeverMovesChangesNothing() {
        Forecaster with = Forecaster.of(weekly.withEffects(0));
        Forecaster without = Forecaster.of(weekly);
        for (int i = 0; i < 200; i++) {
            assertThat(with.forecast(7, zeros(7)).quantile(7, 0.9))
                    .isEqualTo(without.forecast(7).quantile(7, 0.9));
            with.observe(value(i), 0);
            without.observe(value(i));
        }
        assertThat(with.total(7, zeros(7)).mean()).isEqualTo(without.total(7).mean());
    }

    private static double[][] zeros(int steps) {
        return new double[steps][1];
    }

    @Test
    void totalsOfNoiseAroundALevelHardlyMove() {
        Random random = new Random(5);
        Forecaster forecaster = Forecaster.of(weekly);
        double moved = 0;
        double before = 0;
        for (int day = 0; day < 400; day++) {
            forecaster.observe(1 + random.nextInt(20));
            double total = forecaster.total(8).mean();
            moved += day < 200 ? 0 : Math.abs(total - before) / 200;
            before = total;
        }
        assertThat(before).isCloseTo(84, within(15.0));
        assertThat(moved).as("a day's noise is 6").isLessThan(4);
    }

    @Test
    void totalsOfTheFirstWeekAreNotTakenToScatterByAllTheyAre() {
        Random random = new Random(11);
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 1; day <= 7; day++) {
            forecaster.observe(8 + random.nextInt(5));
            assertThat(forecaster.total(4).quantile(0.95)).as("day %s", day).isBetween(40.0, 90.0);
        }
    }

    @Test
    void twoMonthsAfterOneLargeSaleTotalsAreTakenToScatterByAFractionOfIt() {
        Random random = new Random(1);
        Forecaster forecaster = Forecaster.of(weekly);
        for (int day = 1; day <= 120; day++) {
            forecaster.observe(8 + random.nextInt(5) + (day == 60 ? 5_000 : 0));
        }
        assertThat(forecaster.total(4).quantile(0.95)).isLessThan(5_000.0 / 5);
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

    @Test
    void absurdValueLeavesForecastsFinite() {
        for (double usual : new double[] {0, 10}) {
            Forecaster forecaster = Forecaster.of(weekly);
            for (int day = 0; day < 100; day++) {
                forecaster.observe(day == 50 ? 1e300 : day % 4 == 0 ? 10 : usual);
            }
            assertThat(forecaster.forecast(1).mean(1)).isBetween(0.0, 1e15);
            assertThat(forecaster.total(4).quantile(0.95)).isBetween(0.0, 1e16);
        }
    }

    @Test
    void whatAPriceDoesToIntermittentDemandIsLearnedWithCaution() {
        Random random = new Random(3);
        double effects = 0;
        for (int series = 0; series < 30; series++) {
            Forecaster forecaster = Forecaster.of(weekly.withEffects(0));
            for (int day = 0; day < 500; day++) {
                boolean isCheap = day % 20 >= 15;
                double demand = random.nextDouble() < 0.2 ? 1 + random.nextInt(9) : 0;
                forecaster.observe(isCheap ? 2 * demand : demand, isCheap ? -1 : 0);
            }
            assertThat(forecaster.intermittent()).isTrue();
            effects += forecaster.forecast(1, new double[] {-1}).mean(1)
                    / forecaster.forecast(1, new double[] {0}).mean(1);
        }
        assertThat(effects / 30).as("the truth is 2, no effect 1").isBetween(1.2, 2.0);
    }

    @Test
    void stateOfAnotherVersionIsRefused() {
        byte[] state = Forecaster.of(weekly).write();
        state[0] = 99;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecaster.read(weekly, state))
                .withMessageContaining("version 99");
    }
}
