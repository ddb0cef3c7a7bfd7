package io.stockmate.core.demand.daily;

import static io.stockmate.core.demand.daily.Story.ABSENT;
import static io.stockmate.core.demand.daily.Story.POLICY;
import static io.stockmate.core.demand.daily.Story.instrument;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.SuggestedAction;
import org.junit.jupiter.api.Test;

/** Policies, purchases and what is suggested. */
class PlannedStockTest {
    private final Story story = new Story();

    @Test
    void noMoreThanAHundredAccountsPlanASymbol() {
        for (int shop = 1; shop <= SymbolDemand.PLANNERS_MAX; shop++) {
            story.accepts("SHOP-" + shop, POLICY);
        }
        assertThat(story.notPlanned).isEmpty();
        int full = story.piece(Head.NAME).length;
        story.accepts("LATE", POLICY).accepts("SHOP-1", POLICY).accepts("LATE", POLICY);
        assertThat(story.notPlanned).containsExactly("LATE", "LATE");
        assertThat(story.piece(Head.NAME)).hasSize(full);
        assertThat(story.pieces.names("")).doesNotContain("account/LATE");
        story.tick(1, 9).sells("LATE", 5, 0).tick(2, 9).tick(3, 9);
        assertThat(story.forecasts).as("it sells and is forecast").anyMatch(row -> row.account()
                .equals("LATE"));
    }

    @Test
    void theLongestLeadTimesThatAreAcceptedCanBePlanned() {
        story.accepts(new SetStockPolicy(
                3_650, Long.MAX_VALUE, 9_500, ServiceMeasure.CYCLE, 1, ABSENT, ABSENT, ABSENT, ABSENT));
        story.tick(1, 9).sells(3, 50).tick(2, 9);
        assertThat(story.suggestions).isNotEmpty();
    }

    @Test
    void whatWasOrderedBeforeThePolicyIsOnOrder() {
        story.accepts(instrument(true))
                .tick(1, 9)
                .bids(99, 500)
                .buys(500, 99, 5)
                .orders(500);
        story.bids(99, 0).accepts(POLICY);
        for (int day = 2; day <= 4; day++) {
            story.tick(day, 9).wantsInVain("C-1", 10);
        }
        story.tick(5, 9);
        assertThat(story.scores)
                .filteredOn(score -> score.account().equals(Story.SHOP))
                .last()
                .satisfies(score -> assertThat(score.onOrder()).isEqualTo(500));
        assertThat(story.suggestions).noneMatch(made -> made.action() == SuggestedAction.RELEASE);
        story.stock(StockReason.RECEIPT, 500, 500, "S-1-99", ABSENT);
        assertThat(Account.read(story.piece("account/SHOP-1")).purchases).isEmpty();
    }

    @Test
    void aBidThatRestsWhenThePolicyComesCounts() {
        story.accepts(instrument(true)).tick(1, 9).bids(77, 500).sells(10, 5).accepts(POLICY);
        for (int day = 2; day <= 4; day++) {
            story.tick(day, 9).sells(1, 5);
        }
        story.tick(5, 9);
        assertThat(story.suggestions).noneMatch(made -> made.action() == SuggestedAction.RELEASE);
    }

    @Test
    void aReviewThatFallsIntoDaysClosedTogetherIsNotSkipped() {
        SetStockPolicy weekly =
                new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 7, ABSENT, ABSENT, ABSENT, ABSENT);
        story.accepts(weekly);
        for (int day = 1; day <= 15; day++) {
            story.tick(day, 9).sells(10, Math.max(1, 10 - day));
        }
        // day 20, 20,020 since 1970, is a day of review: the tick of day 23 closes it with six others
        story.tick(16, 2);
        int made = story.suggestions.size();
        story.tick(23, 9);
        assertThat(story.suggestions).hasSizeGreaterThan(made);
    }

    @Test
    void whatABustedPurchaseWouldHaveBroughtIsExpectedNoMore() {
        story.accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 200 - 10 * day);
        }
        story.buys(60, 99, 30).stock(StockReason.CORRECTION, 1, 0, null, ABSENT).tick(21, 9);
        assertThat(story.suggestions).last().satisfies(last -> assertThat(last.action())
                .isEqualTo(SuggestedAction.RELEASE));
    }

    @Test
    void tooLittleStockLeadsToAnOrderThatABidThenCovers() {
        story.accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 200 - 10 * day);
        }
        story.tick(21, 9);
        var last = story.suggestions.get(story.suggestions.size() - 1);
        assertThat(last.action()).isEqualTo(SuggestedAction.RELEASE);
        assertThat(last.qty()).as("four days' ten").isEqualTo(40);
        assertThat(last.suggestionId()).isEqualTo("S-1-S-" + last.seq());
        assertThat(story.forecasts.get(story.forecasts.size() - 1).reorderPoint())
                .isEqualTo(40);
        int made = story.suggestions.size();
        story.bids(99, 40).tick(22, 9);
        assertThat(story.suggestions).as("the bid counts; and 10 were not sold").hasSize(made);
    }

    @Test
    void goodsOnTheirWayCountUntilTheyArrive() {
        story.accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 200 - 10 * day);
        }
        story.buys(60, 99, 30).tick(21, 9);
        assertThat(story.suggestions.get(story.suggestions.size() - 1))
                .satisfies(late -> assertThat(late.action()).isEqualTo(SuggestedAction.EXPEDITE))
                .satisfies(late -> assertThat(late.orderId()).isEqualTo("S-1-99"))
                .satisfies(late -> assertThat(late.limitPx()).isEqualTo(8_000));
        story.stock(StockReason.RECEIPT, 60, 60, "S-1-99", ABSENT);
        int made = story.suggestions.size();
        story.tick(22, 9);
        assertThat(story.suggestions).hasSize(made);
    }
}
