package io.stockmate.core.demand.daily;

import static io.stockmate.core.demand.daily.Story.ABSENT;
import static io.stockmate.core.demand.daily.Story.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.state.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a day's demand. */
class SymbolDemandTest {
    private final Story story = new Story();

    @Test
    void whatIsSoldAndIssuedIsADaysDemand() {
        story.tick(1, 9).sells(3, 50).sells(1, 49).issues(2, 47, ABSENT).tick(2, 2);
        assertThat(story.days()).containsExactly("1: 6.0");
        ForecastScore score = story.scores.get(0);
        assertThat(List.of(score.sold(), score.issued(), score.onHand())).containsExactly(4L, 2L, 47L);
        assertThat(score.mean()).as("nothing was known before").isEqualTo(ABSENT);
    }

    @Test
    void theFirstDayIsKnownInPartOnly() {
        story.sells(9, 50).tick(1, 9).sells(3, 47).tick(2, 2);
        assertThat(story.days()).containsExactly("1: 3.0");
    }

    @Test
    void aDayClosesWhenItTakesNoMoreLateFacts() {
        story.tick(1, 9).sells(3, 50).tick(2, 1);
        assertThat(story.days()).isEmpty();
        story.tick(2, 2);
        assertThat(story.days()).containsExactly("1: 3.0");
        story.tick(2, 3);
        assertThat(story.days()).hasSize(1);
    }

    @Test
    void lateFactsGoToTheirDayWhileItIsOpen() {
        story.tick(1, 9).sells(3, 50).tick(2, 1).issues(4, 46, Story.at(1, 23)).tick(2, 2);
        assertThat(story.days()).containsExactly("1: 7.0");
        assertThat(story.tooLate).isZero();
        story.issues(5, 41, Story.at(1, 23)).tick(3, 2);
        assertThat(story.days()).containsExactly("1: 7.0", "2: 0.0");
        assertThat(story.tooLate).isEqualTo(5);
    }

    @Test
    void whatAllBuysDidNotGetIsAFactOfTheSymbolsDay() {
        story.accepts(POLICY).tick(1, 9).sells(3, 50).wantsInVain("C-1", 100).wantsInVain(Story.SHOP, 20);
        story.tick(2, 1)
                .wantedInVain(7, TimeInForce.DAY, ABSENT)
                .tick(2, 9)
                .wantsInVain("C-1", 4)
                .tick(4, 9);
        assertThat(story.facts)
                .filteredOn(fact -> fact.account() == null)
                .extracting(fact -> Days.of(fact.bucketStart()) - Days.of(Story.at(0, 0)), DemandDay::unmet)
                .containsExactly(tuple(0L, 0L), tuple(1L, 127L), tuple(2L, 4L));
        assertThat(story.scores).allSatisfy(score -> assertThat(score.lost()).isZero());
    }

    @Test
    void whatComesTooLateIsCountedOnTheDayItIsTold() {
        story.tick(1, 9).sells(3, 50).sells(9, 50).tick(2, 9).corrects(2, 9, 1).issues(5, 41, Story.at(1, 23));
        story.sells(2, 39).corrects(3, 2, 1).tick(3, 9);
        assertThat(story.days()).containsExactly("1: 12.0", "2: 1.0");
        assertThat(story.facts)
                .filteredOn(fact -> fact.account() == null)
                .extracting(DemandDay::late)
                .as("sizes, whatever their sign")
                .containsExactly(0L, 0L, 13L);
        assertThat(story.tooLate).isEqualTo(-3);
    }

    @Test
    void whatIsToldOfADayOnWhichTheMarketWasDownLeavesItUnknown() {
        story.tick(1, 9)
                .sells(3, 50)
                .pauses(3, 9)
                .issues(4, 46, Story.at(2, 12))
                .tick(4, 9);
        assertThat(story.days()).containsExactly("1: 3.0", "3: 0.0");
        assertThat(story.tooLate).isEqualTo(4);
    }

    @Test
    void aCorrectionOfASellerOfWhomNothingIsKnownIsTooLate() {
        story.tick(1, 9).sells("OTHER", 5, 9).corrects(1, 5, 2).tick(2, 9);
        assertThat(story.tooLate).isEqualTo(-3);
        assertThat(story.facts)
                .filteredOn(fact -> fact.account() == null && fact.bucketStart() == Story.at(1, 0))
                .singleElement()
                .satisfies(fact -> assertThat(fact.late()).isEqualTo(3));
    }

    @Test
    void aDaysFactsSayWhatIsKnownOfIt() {
        story.tick(1, 9)
                .sells(50, 0)
                .tick(2, 9)
                .tick(3, 9)
                .wantsInVain("C-2", 7)
                .tick(6, 9);
        assertThat(story.facts)
                .filteredOn(fact -> Story.SHOP.equals(fact.account()))
                .extracting(
                        fact -> Days.of(fact.bucketStart()) - Days.of(Story.at(0, 0)),
                        DemandDay::sold,
                        DemandDay::lost,
                        DemandDay::demand,
                        fact -> fact.soldOutMs() / 3_600_000)
                .containsExactly(
                        tuple(1L, 50L, 0L, 500_000L, 15L),
                        tuple(2L, 0L, 0L, ABSENT, 24L),
                        tuple(3L, 0L, 70_000L, 70_000L, 24L));
    }

    @Test
    void daysWithTicksAreZeroAndDaysWithoutAnyAreMissing() {
        story.tick(1, 9).sells(3, 50).tick(2, 2).tick(5, 9).tick(6, 9);
        assertThat(story.days()).containsExactly("1: 3.0", "2: 0.0", "5: 0.0");
    }

    @Test
    void aDaySoldOutOfWhichNothingIsKnownIsMissing() {
        story.tick(1, 9).sells(50, 0).tick(2, 9).tick(3, 9);
        assertThat(story.days()).containsExactly("1: 50.0");
        story.wantsInVain("C-2", 7).tick(4, 9);
        assertThat(story.days()).containsExactly("1: 50.0", "3: 7.0");
        story.stock(StockReason.RECEIPT, 40, 40, null, ABSENT).tick(5, 9);
        assertThat(story.days()).as("until 9 o'clock there was nothing").endsWith("4: 0.0");
    }
}
