package io.stockmate.core.ledger;

import static io.stockmate.core.ledger.BookStory.DAY;
import static io.stockmate.core.ledger.BookStory.FRIDAY;
import static io.stockmate.core.ledger.BookStory.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TransferReason;
import org.junit.jupiter.api.Test;

class CorrectedTradesTest {
    private static final long NONE = Absent.NUMBER;
    private static final long MIDNIGHT = FRIDAY - 10 * HOUR;

    @Test
    void bustedTradeGoesBackWithItsFees() {
        BookStory story = BookStory.standard()
                .defines(10, 25, NONE, false)
                .trades(102_505, 3, Side.BUY)
                .defines(99, 99, NONE, false)
                .corrects(1, "BOB", "SUE", 102_505, 0);
        assertThat(story.last())
                .containsExactly(
                        "EUR SUE/cash BOB/cash 307515",
                        "#S BOB/goods SUE/goods 3",
                        "EUR :fees SUE/cash 308",
                        "EUR :fees BOB/cash 769");
        Transaction reversal = story.transaction("S-4-R");
        assertThat(reversal.reverses()).isEqualTo("S-2");
        assertThat(reversal.refId()).isEqualTo("S-T-1");
        assertThat(reversal.reason()).isEqualTo(TransferReason.REVERSAL);
        assertThat(story.books.balances()).isEmpty();
    }

    @Test
    void correctedTradeIsBookedAnewAtTheRatesOfTheTrade() {
        BookStory story = BookStory.standard()
                .defines(0, 100, NONE, false)
                .trades(10_000, 3, Side.BUY)
                .defines(0, 0, NONE, false)
                .corrects(1, "BOB", "SUE", 9_000, 2);
        assertThat(Books.lines(story.transaction("S-4-C")))
                .containsExactly("EUR BOB/cash SUE/cash 18000", "#S SUE/goods BOB/goods 2", "EUR BOB/cash :fees 180");
        assertThat(story.transaction("S-4-C").reason()).isEqualTo(TransferReason.CORRECTION);
        assertThat(story.money("BOB/cash")).isEqualTo(-18_180);
    }

    @Test
    void reversalBeforeTheValueDateLeavesNothingToSettle() {
        BookStory story = BookStory.standard()
                .defines(0, 0, 2, false)
                .trades(10, 5, Side.BUY)
                .corrects(1, "BOB", "SUE", 10, 0)
                .later(2 * DAY)
                .ticks();
        assertThat(story.books.transactions).hasSize(2);
        assertThat(story.books.balances()).isEmpty();
    }

    @Test
    void reversalOfASettledTradeIsDueOnItsOwnDay() {
        BookStory story = BookStory.standard()
                .defines(0, 0, 1, false)
                .trades(10, 5, Side.BUY)
                .later(3 * DAY)
                .ticks()
                .later(HOUR)
                .corrects(1, "BOB", "SUE", 10, 4);
        assertThat(story.transaction("S-4-R").valueDate()).isEqualTo(MIDNIGHT + 3 * DAY);
        assertThat(story.money("SUE/unsettled")).isEqualTo(-10);
        story.ticks();
        assertThat(story.money("SUE/unsettled")).isZero();
        assertThat(story.money("SUE/cash")).isEqualTo(40);
    }

    @Test
    void goodsOfABustedTradeThatWereDeliveredComeOffHand() {
        BookStory story = BookStory.standard()
                .defines()
                .trades("BOB", "SUE", 1, 10, Side.BUY, FRIDAY)
                .level("SUE", StockReason.TRADE, -10, 0)
                .level("BOB", StockReason.TRADE, 0, 10)
                .level("BOB", StockReason.RECEIPT, 4, 6)
                .corrects(1, "BOB", "SUE", 1, 0)
                .level("SUE", StockReason.CORRECTION, 0, 0)
                .level("BOB", StockReason.CORRECTION, 0, 0);
        assertThat(story.last()).containsExactly("#S BOB/goods BOB/transit 4");
        assertThat(story.books.balances()).isEmpty();
    }

    @Test
    void correctedTradeWithItselfFollowsTheSecondLevel() {
        BookStory story = BookStory.standard()
                .defines()
                .trades("BOB", "BOB", 1, 4, Side.BUY, NONE)
                .level("BOB", StockReason.TRADE, -4, 0)
                .level("BOB", StockReason.TRADE, 0, 0)
                .corrects(1, "BOB", "BOB", 1, 1)
                .level("BOB", StockReason.CORRECTION, 3, 0)
                .level("BOB", StockReason.CORRECTION, 0, 0);
        assertThat(story.books.balances()).isEmpty();
        assertThat(story.books.transactions).hasSize(3);
    }

    @Test
    void tradeIsKeptWhileItCanBeCorrected() {
        BookStory story =
                BookStory.standard().defines().trades(1, 1, Side.BUY).later(DAY).trades(1, 1, Side.BUY);
        assertThat(story.later(6 * DAY - 1).ticks().books.store.names(Pieces.TRADE))
                .hasSize(2);
        assertThat(story.later(1).ticks().books.store.names(Pieces.TRADE)).containsExactly("trade/2");
        assertThatThrownBy(() -> story.corrects(1, "BOB", "SUE", 1, 0))
                .isInstanceOf(TradeNotKept.class)
                .hasMessageContaining("corrects trade S-T-1, which the books no longer keep");
    }
}
