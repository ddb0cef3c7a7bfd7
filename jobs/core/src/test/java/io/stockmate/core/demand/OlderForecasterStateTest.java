package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Base64;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What older programs wrote is read, and gone on from. */
class OlderForecasterStateTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

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
    void stateOfAnotherVersionIsRefused() {
        byte[] state = Forecaster.of(weekly).write();
        state[0] = 99;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecaster.read(weekly, state))
                .withMessageContaining("version 99");
    }

    @Test
    void firstValuesOfAStateWithTheFirstScheduleAreLearnedAgain() {
        goesOnAsIfOfToday(
                "BAgADwEAAAAAAQAAAAABAAD4QQEAAOBBAQAAyEEBAACwQQEAABBCAQAAAAABAAAAAAEAANhBAQAAwEEBAACoQQEAAAxCAQAAAEIB"
                        + "AAAAAA8Pq6qqPnwA",
                Forecaster.of(weekly),
                15,
                OlderForecasterStateTest::closedTwoDaysAWeek);
    }

    @Test
    void firstValuesOfAStateThatCountedItsCategorysZerosAreLearnedAgain() {
        goesOnAsIfOfToday(
                "BggBBQKamZmZmZnpPwIzMzMzMzPjPyIUBQQEBAYEBAQHBAQEBQQEBAYEBAQUMsL1KD83AAAUAgICAwICAg==",
                Forecaster.of(weekly, new ColdStart(1, 0.8, 0.6, 30)),
                20,
                OlderForecasterStateTest::everyFourthDay);
        goesOnAsIfOfToday(
                "BggBGAkCMzMzMzMz0z8iFAQEIyAdGigEBB8cGSckBAQbGCYjFDKbmZk+fAAAFAMDAAAAAAA=",
                Forecaster.of(weekly, new ColdStart(20, 5, 0.3, 30)),
                20,
                OlderForecasterStateTest::closedTwoDaysAWeek);
    }

    @Test
    void countsOfAStateWithTheFirstScheduleForecastAsTheyDid() {
        Forecaster read = Forecaster.read(
                weekly,
                Base64.getDecoder()
                        .decode(
                                "BAQUMsL1KD83ABQyBr3igT7DUac+61E4PutROD71Dko/604TP1d4zj4KqI9BQ9KGQe8NhEElSRI+JUkSPiVJ"
                                        + "Ej4AAAAAJUkSPgAAAD4AAAAAJUkSPrdt2z4lSZI+AAAAACVJkj4AAAA+AAAAACBAgD8AQEBAgD8AQFXadj8="));
        Forecast forecast = read.forecast(7);
        double[] told = {0.400, 0.460, 0.579, 0.519, 0.400, 0.519, 0.452};
        for (int step = 1; step <= 7; step++) {
            assertThat(forecast.mean(step)).isCloseTo(told[step - 1], within(5e-4));
        }
        Forecaster straight = Forecaster.of(weekly, new ColdStart(1, 0.8, 0.6, 30));
        for (int i = 0; i < 100; i++) {
            if (i >= 20) {
                read.observe(everyFourthDay(i));
            }
            straight.observe(everyFourthDay(i));
        }
        assertThat(read.forecast(7).mean(7)).isCloseTo(straight.forecast(7).mean(7), within(1e-3));
    }

    /** The series without the state's detour through an older program gives the same bytes, then and later. */
    private void goesOnAsIfOfToday(String written, Forecaster straight, int values, IntToDoubleFunction value) {
        Forecaster read = Forecaster.read(weekly, Base64.getDecoder().decode(written));
        for (int i = 0; i < values; i++) {
            straight.observe(value.applyAsDouble(i));
        }
        assertThat(read.write()).isEqualTo(straight.write());
        for (int i = values; i < values + 80; i++) {
            read.observe(value.applyAsDouble(i));
            straight.observe(value.applyAsDouble(i));
        }
        assertThat(read.write()).isEqualTo(straight.write());
    }

    private static double closedTwoDaysAWeek(int day) {
        return day % 7 < 2 ? 0 : 20 + day * 7919 % 17;
    }

    private static double everyFourthDay(int day) {
        return day % 4 == 0 ? 1 + day % 3 : 0;
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
}
