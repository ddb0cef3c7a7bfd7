package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a forecaster writes, and that it goes on from there. */
class ForecasterStateTest {
    private final ForecasterSettings weekly = ForecasterSettings.seasons(7);

    @Test
    void stateStaysSmallHoweverLongTheSeries() {
        Forecaster forecaster = Forecaster.of(ForecasterSettings.seasons(7, 365));
        for (int day = 0; day < 3 * 365; day++) {
            forecaster.observe(value(day));
        }
        assertThat(forecaster.write()).hasSizeLessThanOrEqualTo(3_000);
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

    private static double value(int i) {
        return i % 11 == 3 ? Double.NaN : 20 + i * 7919 % 97 + (i % 7 == 0 ? 20 : 0);
    }
}
