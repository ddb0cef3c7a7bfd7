package io.stockmate.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.anomaly.AnomalySettings;
import io.stockmate.core.market.MarketRules;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.producers.planted.Plant;
import io.stockmate.producers.planted.PlantedMarket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertProofTest {
    private static final long SEED = 7;
    private static final int WEEKS = 1;

    @TempDir
    private static Path directory;

    private static MarketRules rules;
    private static AnomalySettings settings;
    private static List<Plant> plants;

    @BeforeAll
    static void play() throws Exception {
        rules = StillMarket.rules();
        settings = Platform.anomalySettings();
        plants = PlantedWeeks.play(directory, SEED, WEEKS, rules, settings);
    }

    @Test
    void whatIsPlantedInAWeekIsFoundToldByTheLakeAndGivenByTheLogAgain() {
        AlertProof proof = AlertProof.of(directory, plants, rules, settings);
        assertThat(proof.report().planted().keySet()).isEqualTo(PlantedMarket.kinds());
        assertThat(proof.report().missed()).isEmpty();
        assertThat(proof.wrongNumbers()).isEmpty();
        assertThat(proof.notReplayed()).isEmpty();
        assertThat(proof.unripe()).isLessThan(plants.size() / 4);
        assertThat(proof.violations()).isZero();
    }

    @Test
    void plantWithoutAnAlertIsMissed() {
        Plant first = plants.get(0);
        Plant never = new Plant(first.kind(), first.symbol(), first.from() - 3, first.from() - 2);
        List<Plant> more = new ArrayList<>(plants);
        more.add(never);
        AlertProof proof = AlertProof.of(directory, more, rules, settings);
        assertThat(proof.report().missed()).containsExactly(never);
        assertThat(proof.violations()).isEqualTo(1);
    }

    @Test
    void alertsThatTheLogGivesOtherwiseAreNamed() {
        AnomalySettings others = new AnomalySettings(
                1, 1, settings.recipients(), settings.bucketMs(), settings.refractoryMs(), settings.perDayMax());
        AlertProof proof = AlertProof.of(directory, plants, rules, others);
        assertThat(proof.notReplayed()).isNotEmpty();
    }
}
