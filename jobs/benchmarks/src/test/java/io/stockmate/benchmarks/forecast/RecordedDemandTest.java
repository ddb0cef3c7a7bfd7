package io.stockmate.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.SharedData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordedDemandTest {
    @Test
    void seriesOfTheThirdCompetitionAreForecastAsPromised() throws IOException {
        ForecastScores scores = forecast(read("m3.csv"));
        assertThat(scores.pooledPercentage()).isLessThanOrEqualTo(13.0);
        assertThat(scores.coverage()).isBetween(0.93, 0.97);
    }

    @Test
    void seriesOfTheFirstCompetitionAreForecastAsPromised() throws IOException {
        ForecastScores scores = forecast(read("m1.csv"));
        assertThat(scores.overallWeightedAverage()).isLessThanOrEqualTo(0.86);
        assertThat(scores.coverage()).isBetween(0.93, 0.97);
    }

    @Test
    void touristsAreForecastAsPromised() throws IOException {
        ForecastScores scores = forecast(read("tourism.csv"));
        assertThat(scores.overallWeightedAverage()).isLessThanOrEqualTo(0.85);
        assertThat(scores.coverage()).isBetween(0.93, 0.97);
    }

    @Test
    void withdrawalsOfCashAreForecastAsPromised() throws IOException {
        ForecastScores scores = forecast(read("nn5-dev.csv"));
        assertThat(scores.overallWeightedAverage()).isLessThanOrEqualTo(0.69);
        assertThat(scores.coverage()).isBetween(0.93, 0.97);
    }

    @Test
    void salesOfAShopAreForecastNoWorseThanByAnySimpleMethod() throws IOException {
        isNoWorseThanAnySimpleMethod(read("retail-daily-dev.csv"));
    }

    @Test
    void demandForSparePartsIsForecastNoWorseThanByAnySimpleMethod() throws IOException {
        isNoWorseThanAnySimpleMethod(read("carparts-dev.csv"));
    }

    private static void isNoWorseThanAnySimpleMethod(List<RecordedDemand> all) {
        ForecastScores scores = forecast(all);
        assertThat(scores.aboveHigh()).isLessThanOrEqualTo(0.035);
        for (SimpleMethod method : SimpleMethod.all()) {
            ForecastScores simple = new ForecastScores();
            all.forEach(series -> simple.add(series, method.predict(series)));
            assertThat(scores.squares()).as("RMSSE of %s", method.name()).isLessThanOrEqualTo(simple.squares());
            assertThat(scores.pinball())
                    .as("scaled pinball loss of %s", method.name())
                    .isLessThanOrEqualTo(simple.pinball());
        }
    }

    private static ForecastScores forecast(List<RecordedDemand> all) {
        ForecastScores scores = new ForecastScores();
        all.forEach(
                series -> scores.add(series, ForecasterRun.of(series, List.of()).predicted()));
        return scores;
    }

    private static List<RecordedDemand> read(String file) throws IOException {
        return RecordedDemand.readAll(SharedData.require("forecast/" + file));
    }
}
