package io.stockmate.core.demand.daily;

import static io.stockmate.core.demand.daily.Story.ABSENT;
import static io.stockmate.core.demand.daily.Story.POLICY;
import static io.stockmate.core.demand.daily.Story.instrument;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

/** What buyers did not get, and whose demand that was. */
class LostDemandTest {
    private final Story story = new Story();

    @Test
    void anOrderOfTheDayThatExpiresAfterAPauseWasLostOnItsDay() {
        story.tick(1, 9).sells(50, 0).tick(2, 9).tick(3, 9).pauses(5, 9).wantedInVain(7, TimeInForce.DAY, ABSENT);
        story.tick(6, 9);
        assertThat(story.days()).containsExactly("1: 50.0", "3: 7.0");
    }

    @Test
    void suppliersHaveNoPartInWhatTheirShopsCouldNotSell() {
        story.accepts(POLICY);
        for (int day = 1; day <= 3; day++) {
            story.tick(day, 9).sells(3, 50).sells("SUPPLIER", 90, 10);
        }
        story.tick(4, 0)
                .sells(50, 0)
                .sells("SUPPLIER", 10, 0)
                .wantsInVain("C-1", 8)
                .tick(5, 9);
        assertThat(story.days()).contains("4: 58.0", "4: 10.0");
    }

    @Test
    void whileAllShopsThatPlanHaveGoodsNothingIsLostThoughTheirSupplierHasNone() {
        story.accepts(POLICY).tick(1, 9).sells(3, 50).sells("SUPPLIER", 90, 0);
        story.tick(2, 9).wantsInVain("C-1", 8).tick(3, 9);
        assertThat(story.facts)
                .filteredOn(fact -> fact.bucketStart() == Story.at(2, 0))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.lost() == 0 || fact.account() == null)
                        .as("%s", fact)
                        .isTrue())
                .anySatisfy(fact -> assertThat(fact.unmet()).isEqualTo(8));
        assertThat(story.days()).containsExactly("1: 3.0", "1: 90.0", "2: 0.0");
    }

    @Test
    void whoWasSoldOutBeforeThePolicyCountsAsAPlannerWithoutGoods() {
        story.tick(1, 9).sells(3, 0).accepts(POLICY).accepts(POLICY);
        assertThat(Head.read(story.piece(Head.NAME)).soldOutPlanned).isEqualTo(1);
        story.stock(StockReason.RECEIPT, 40, 40, null, ABSENT);
        assertThat(Head.read(story.piece(Head.NAME)).soldOutPlanned).isZero();
        story.sells(40, 0);
        assertThat(Head.read(story.piece(Head.NAME)).soldOutPlanned).isEqualTo(1);
    }

    @Test
    void whatIsLostWhereNobodyIsExpectedToSellAnythingIsSplitByHowLongEachWasSoldOut() {
        Story empty = new Story();
        empty.tick(1, 12)
                .stock("A", StockReason.COUNT, 0)
                .pauses(1, 18)
                .stock("B", StockReason.COUNT, 0)
                .wantsInVain("C-1", 9)
                .tick(2, 9);
        assertThat(empty.days()).containsExactly("1: 6.0", "1: 3.0");
    }

    @Test
    void whatNobodyCouldSellIsDemandAsLongAsSomebodyIsSoldOut() {
        story.tick(1, 9).sells(3, 50).wantsInVain("C-1", 100).tick(2, 9);
        story.sells(50, 0).wantsInVain("C-2", 7).wantsInVain(Story.SHOP, 1_000).tick(3, 9);
        assertThat(story.days()).containsExactly("1: 3.0", "2: 57.0");
        assertThat(story.scores.get(story.scores.size() - 1).lost()).isEqualTo(70_000);
    }

    @Test
    void whatAnExpiredOrderDidNotGetWasLostOnTheDayOfItsTime() {
        story.tick(1, 9).sells(50, 0).tick(2, 9).tick(3, 0);
        story.wantedInVain(7, TimeInForce.DAY, ABSENT).wantedInVain(4, TimeInForce.GTD, Story.at(3, 0));
        story.tick(3, 9);
        assertThat(story.days()).containsExactly("1: 50.0", "2: 11.0");
        story.tick(4, 9)
                .tick(5, 1)
                .wantedInVain(5, TimeInForce.GTD, Story.at(3, 1))
                .tick(5, 9);
        assertThat(story.days()).as("its day is closed").containsExactly("1: 50.0", "2: 11.0");
        story.tick(6, 9);
        assertThat(story.days()).endsWith("5: 5.0");
    }

    @Test
    void aShopThatOpensWithEmptyShelvesIsPlannedByWhatItCouldNotSell() {
        Story empty = new Story();
        empty.accepts(instrument(true)).accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            empty.tick(day, 9).wantsInVain("C-1", 10);
        }
        empty.tick(21, 9);
        assertThat(empty.days()).hasSize(20).endsWith("20: 10.0");
        assertThat(empty.suggestions)
                .last()
                .satisfies(last -> assertThat(last.qty()).as("four days' ten").isEqualTo(40));
    }
}
