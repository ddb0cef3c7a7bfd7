package io.stockmate.core.demand.daily;

import static io.stockmate.core.demand.daily.Story.ABSENT;
import static io.stockmate.core.demand.daily.Story.POLICY;
import static io.stockmate.core.demand.daily.Story.instrument;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.StockReason;
import org.junit.jupiter.api.Test;

/** What a symbol remembers, and for how long. */
class ForgottenAccountsTest {
    private final Story story = new Story();

    @Test
    void whatASymbolRemembersDoesNotGrowWithTheSellersItHad() {
        story.tick(1, 9).sells("SELLER", 1, 0);
        int one = story.piece(Head.NAME).length;
        for (int seller = 1; seller <= 99; seller++) {
            story.sells("SELLER-" + seller, 1, 0);
        }
        assertThat(story.piece(Head.NAME)).hasSizeLessThan(one + 4);
    }

    @Test
    void sellersThatSoldNothingForFourWeeksAreForgotten() {
        for (int seller = 0; seller < 9; seller++) {
            story.tick(1, 9).sells("SELLER-" + seller, 1, 0);
        }
        story.sells("HOLDER", 1, 5).accepts(POLICY).sells(1, 9);
        for (int day = 2; day <= 30; day++) {
            story.tick(day, 9);
        }
        assertThat(story.pieces.names(""))
                .contains("account/HOLDER", "series/SHOP-1")
                .noneMatch(name -> name.contains("SELLER"));
        assertThat(story.pieces.names("")).doesNotContain("series/HOLDER");
        assertThat(Head.read(story.piece(Head.NAME)).soldOut).isZero();
        story.sells("SELLER-1", 7, 0).tick(31, 9);
        assertThat(story.scores)
                .filteredOn(score -> score.account().equals("SELLER-1"))
                .last()
                .satisfies(score -> assertThat(score.demand()).isEqualTo(70_000));
    }

    @Test
    void sellersWithoutAnyDayThatCountsAreForgotten() {
        for (int seller = 0; seller < 9; seller++) {
            story.sells("SELLER-" + seller, 1, 0);
        }
        story.accepts(instrument(true))
                .tick(1, 9)
                .offers("OFFERER", 5)
                .tick(2, 9)
                .tick(3, 9);
        assertThat(story.pieces.names("")).noneMatch(name -> name.contains("SELLER") || name.contains("OFFERER"));
        assertThat(Head.read(story.piece(Head.NAME)).soldOut).isZero();
    }

    @Test
    void whoSellsNoMoreIsForgottenThoughBuyersWantMore() {
        story.tick(1, 9).sells("ONCE", 5, 0).sells(10, 1_000);
        for (int day = 2; day <= 31; day++) {
            story.tick(day, 9).sells(10, 1_000).wantsInVain("C-2", 7);
        }
        assertThat(story.pieces.names("")).contains("series/SHOP-1").noneMatch(name -> name.contains("ONCE"));
        story.tick(32, 9);
        assertThat(story.facts)
                .filteredOn(fact -> fact.bucketStart() == Story.at(31, 0) && fact.account() != null)
                .singleElement()
                .satisfies(fact -> assertThat(fact.lost()).isZero());
    }

    @Test
    void aShopThatIsClosedForWeeksKeepsWhatItLearned() {
        story.tick(1, 9).sells(3, 50).tick(2, 9).tick(60, 9);
        assertThat(story.pieces.names("")).contains("series/SHOP-1");
    }

    @Test
    void buyersAreForgottenOnceTheyHaveNothingOpen() {
        story.accepts(instrument(true)).tick(1, 9).bids(77, 5);
        assertThat(story.pieces.names("")).contains("buyer/SHOP-1");
        story.bids(77, 0);
        assertThat(story.pieces.names("")).doesNotContain("buyer/SHOP-1");
        story.stock(StockReason.TRADE, 5, 5, null, ABSENT);
        for (int day = 2; day <= 29; day++) {
            story.tick(day, 9);
        }
        assertThat(story.pieces.names("")).contains("buyer/SHOP-1");
        story.tick(30, 9);
        assertThat(story.pieces.names("")).doesNotContain("buyer/SHOP-1");
    }
}
