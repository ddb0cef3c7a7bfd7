package io.stockmate.core.demand.daily;

import static io.stockmate.core.demand.daily.Story.ABSENT;
import static io.stockmate.core.demand.daily.Story.POLICY;
import static io.stockmate.core.demand.daily.Story.instrument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is forecast for the days ahead, from what, and how it is scored. */
class DailyForecastsTest {
    private final Story story = new Story();

    @Test
    void challengersAreScoredBesideTheChampion() {
        for (int day = 1; day <= 9; day++) {
            story.tick(day, 9).sells(day, 500);
        }
        story.tick(10, 9);
        List<ForecastScore> ninth = story.scores.subList(story.scores.size() - 3, story.scores.size());
        assertThat(ninth).extracting(ForecastScore::model).containsExactly(ForecastModel.values());
        assertThat(ninth.get(1).mean()).as("a week before").isEqualTo(20_000);
        assertThat(ninth.get(2).mean()).as("(1+...+8)/8").isEqualTo(45_000);
        assertThat(ninth.get(2).error()).isEqualTo(45_000);
    }

    @Test
    void pinballLossIsThatOfThreeQuantiles() {
        // (0.1 * 8 + 0.5 * 5 + 0.1 * 5) / 3
        assertThat(new Expectation(5, 2, 5, 15).pinball(10)).isEqualTo(3.8 / 3);
    }

    @Test
    void aCategorysPriorIsWhatIsExpectedFirst() {
        ColdStart prior = new ColdStart(12, 3, 0, 5);
        Story cold = new Story(new DemandSettings(0, 7, List.of(7), Map.of("", prior)));
        cold.tick(1, 9).sells(3, 50).tick(2, 0);
        assertThat(cold.scores.get(0).mean()).isEqualTo(120_000);
    }

    @Test
    void whoPlansIsForecastByTheCategoryBeforeAnyDemand() {
        ColdStart prior = new ColdStart(12, 3, 0, 5);
        Story cold = new Story(new DemandSettings(0, 7, List.of(7), Map.of("Toys", prior)));
        cold.accepts(instrument(true)).accepts(POLICY).tick(1, 0);
        assertThat(cold.expected(0, 1)).isCloseTo(12, within(0.1));
        assertThat(cold.suggestions).isNotEmpty();
    }

    @Test
    void anAnnouncedEffectIsForecastBeforeAnyIsSeen() {
        story.accepts(announced(25, 30_000)).accepts(announced(26, ABSENT));
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 1_000 - 10 * day);
        }
        story.tick(21, 2);
        assertThat(story.expected(20, 24)).isCloseTo(10, within(0.2));
        assertThat(story.expected(20, 25)).isCloseTo(30, within(0.5));
        assertThat(story.expected(20, 26)).as("nobody knows").isCloseTo(10, within(0.2));
    }

    @Test
    void aForecastIsScoredAsItWasMadeWhateverWasAnnouncedLater() {
        for (int day = 1; day <= 41; day++) {
            story.tick(day, 9).sells(day == 41 ? 30 : 10, 1_000 - 10 * day);
        }
        story.accepts(announced(41, 30_000)).tick(42, 9).accepts(announced(43, 30_000));
        assertThat(story.scores)
                .filteredOn(score -> score.model() == ForecastModel.ADAPTIVE && score.bucketStart() == Story.at(41, 0))
                .singleElement()
                .satisfies(
                        score -> assertThat(score.mean() / 10_000.0).isCloseTo(story.expected(40, 41), within(1e-3)));
        assertThat(story.expected(41, 42))
                .as("it was the announced day that sold 30")
                .isCloseTo(10, within(0.5));
    }

    @Test
    void anEffectNobodyKnewIsLearnedApartFromThoseTold() {
        for (int day = 1; day <= 40; day++) {
            boolean isEvent = day % 8 == 5;
            if (isEvent) {
                story.accepts(announced(day, ABSENT));
            }
            story.tick(day, 9).sells(isEvent ? 20 : 10, 1_000 - 10 * day);
        }
        story.accepts(announced(42, ABSENT)).accepts(announced(43, 30_000)).tick(41, 2);
        assertThat(story.expected(40, 41)).isCloseTo(10, within(0.5));
        assertThat(story.expected(40, 42)).as("five events say 20, caution 10").isBetween(17.0, 20.0);
        assertThat(story.expected(40, 43)).isCloseTo(30, within(1.0));
    }

    @Test
    void whatAPriceDoesIsLearnedAndForecastFromTheDayBeforesPrice() {
        story.accepts(instrument(true));
        for (int day = 1; day <= 67; day++) {
            boolean isCheap = day % 14 >= 9 && day % 14 <= 11;
            story.tick(day, 9).asks(isCheap ? 8_000 : 10_000).sells(isCheap ? 20 : 10, 1_000 - 10 * day);
        }
        story.tick(68, 9);
        assertThat(story.expected(64, 65)).as("before it is cheap").isCloseTo(10, within(1.0));
        assertThat(story.expected(65, 66)).as("once it is cheap").isCloseTo(20, within(3.0));
        assertThat(story.expected(67, 68))
                .as("nobody knows that it is dear again")
                .isCloseTo(20, within(3.0));
        assertThat(story.scores)
                .filteredOn(score -> score.model() == ForecastModel.ADAPTIVE && score.bucketStart() == Story.at(65, 0))
                .singleElement()
                .satisfies(score -> assertThat(score.mean() / 10_000.0).isCloseTo(10, within(1.0)));
        story.asks(10_000).offers(5).tick(69, 9);
        assertThat(story.expected(68, 69)).as("offered dearly, nothing sold").isLessThan(12);
    }

    @Test
    void aPriceThatStaysTellsNothing() {
        PaidPrice price = new PaidPrice();
        for (int day = 0; day < 9; day++) {
            assertThat(price.regressor(123_457)).isZero();
            price.close(day == 3 ? ABSENT : 123_457);
            assertThat(price.regressor()).isZero();
        }
        assertThat(price.regressor(12_345)).as("no more than by its third").isEqualTo(-3);
    }

    @Test
    void theCalendarIsARegressor() {
        Calendar calendar = new Calendar();
        calendar.take(new CalendarEvent("Singles' Day", "2026-11-11", 32_500));
        long day = LocalDate.parse("2026-11-11").toEpochDay();
        Calendar read = Calendar.read(calendar.toBytes());
        assertThat(read.regressors(day)).containsExactly(2.25, 0);
        assertThat(read.regressors(day + 1)).containsExactly(0, 0);
        assertThat(read.forecastRegressors(day)).containsExactly(0, 0);
        read.closeUpTo(day - 1);
        assertThat(Calendar.read(read.toBytes()).forecastRegressors(day)).containsExactly(2.25, 0);
        read.closeUpTo(day);
        assertThat(read.regressors(day)).containsExactly(0, 0);
        assertThat(read.forecastRegressors(day)).containsExactly(0, 0);
    }

    private static CalendarEvent announced(long day, long effect) {
        return new CalendarEvent("sales day", Story.date(day), effect);
    }
}
