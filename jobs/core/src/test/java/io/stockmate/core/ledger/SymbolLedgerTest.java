package io.stockmate.core.ledger;

import static io.stockmate.core.ledger.BookStory.DAY;
import static io.stockmate.core.ledger.BookStory.FRIDAY;
import static io.stockmate.core.ledger.BookStory.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TransferReason;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SymbolLedgerTest {
    private static final long NONE = Absent.NUMBER;
    private static final long MIDNIGHT = FRIDAY - 10 * HOUR;

    @Test
    void tradeMovesMoneyOneWayAndGoodsTheOther() {
        BookStory story = BookStory.standard().defines().trades(102_500, 3, Side.BUY);
        assertThat(story.last()).containsExactly("EUR BOB/cash SUE/cash 307500", "#S SUE/goods BOB/goods 3");
        Transaction trade = story.transaction("S-2");
        assertThat(trade.reason()).isEqualTo(TransferReason.TRADE);
        assertThat(trade.refId()).isEqualTo("S-T-1");
        assertThat(trade.valueDate()).isEqualTo(NONE);
        assertThat(trade.transfers().get(1).transferId()).isEqualTo("S-2-2");
    }

    @Test
    void goodsThatComeLaterAreInTransitToTheBuyer() {
        BookStory story = BookStory.standard().defines().trades("BOB", "SUE", 1, 3, Side.BUY, FRIDAY + DAY);
        assertThat(story.last()).containsExactly("EUR BOB/cash SUE/cash 3", "#S SUE/goods BOB/transit 3");
    }

    @Test
    void makerIsWhoseOrderRested() {
        // 0.1 % and 0.25 % of 30.7515 are 0.0307515 and 0.07687875
        BookStory story = BookStory.standard().defines(10, 25, NONE, false).trades(102_505, 3, Side.BUY);
        assertThat(story.last())
                .containsExactly(
                        "EUR BOB/cash SUE/cash 307515",
                        "#S SUE/goods BOB/goods 3",
                        "EUR SUE/cash :fees 308",
                        "EUR BOB/cash :fees 769");
        story.trades(102_505, 3, Side.SELL);
        assertThat(story.last().subList(2, 4)).containsExactly("EUR BOB/cash :fees 308", "EUR SUE/cash :fees 769");
    }

    @Test
    void rebateIsPaidOutOfFees() {
        BookStory story = BookStory.standard().defines(-10, 0, NONE, false).trades(10_000, 1, Side.BUY);
        assertThat(story.last().subList(2, 3)).containsExactly("EUR :fees SUE/cash 10");
    }

    @Test
    void accountWithRatesOfItsOwnPaysThose() {
        TreeMap<String, FeeRates> fees = new TreeMap<>();
        fees.put("BOB", new FeeRates(1, 2));
        BookStory story = new BookStory(new LedgerSettings(DAY, fees))
                .defines(10, 20, NONE, false)
                .trades(10_000, 1, Side.BUY);
        assertThat(story.last().subList(2, 4)).containsExactly("EUR SUE/cash :fees 10", "EUR BOB/cash :fees 2");
    }

    @Test
    void tradeWithItselfIsBookedWithoutChangingItsBalance() {
        BookStory story = BookStory.standard()
                .defines()
                .level("BOB", StockReason.RECEIPT, 5, 0)
                .trades("BOB", "BOB", 7, 2, Side.BUY, NONE)
                .level("BOB", StockReason.TRADE, 3, 0)
                .level("BOB", StockReason.TRADE, 5, 0);
        assertThat(story.last()).containsExactly("EUR BOB/cash BOB/cash 14", "#S BOB/goods BOB/goods 2");
        assertThat(story.goods("BOB/goods")).isEqualTo(5);
    }

    @Test
    void receiptOfWhatIsOnOrderComesOutOfTransitAndMoreFromOutside() {
        BookStory story = BookStory.standard()
                .defines()
                .trades("BOB", "SUE", 1, 10, Side.BUY, FRIDAY)
                .level("SUE", StockReason.TRADE, -10, 0)
                .level("BOB", StockReason.TRADE, 0, 10);
        assertThat(story.books.transactions).hasSize(1);
        story.level("BOB", StockReason.RECEIPT, 4, 6);
        assertThat(story.last()).containsExactly("#S BOB/transit BOB/goods 4");
        story.level("BOB", StockReason.RECEIPT, 12, 0);
        assertThat(story.last()).containsExactly("#S BOB/transit BOB/goods 6", "#S :outside BOB/goods 2");
        assertThat(story.transaction("S-6").reason()).isEqualTo(TransferReason.RECEIPT);
        assertThat(story.transaction("S-6").refId()).isEqualTo("S-1");
    }

    @Test
    void issueGoesOutsideAndACountFindsShrinkage() {
        BookStory story = BookStory.standard().defines().level("SUE", StockReason.RECEIPT, 10, 0);
        story.level("SUE", StockReason.ISSUE, 7, 0);
        assertThat(story.last()).containsExactly("#S SUE/goods :outside 3");
        story.level("SUE", StockReason.COUNT, 5, 0);
        assertThat(story.last()).containsExactly("#S SUE/goods :shrinkage 2");
        story.level("SUE", StockReason.COUNT, 6, 0);
        assertThat(story.last()).containsExactly("#S :shrinkage SUE/goods 1");
        story.level("SUE", StockReason.COUNT, 6, 0);
        assertThat(story.books.transactions).hasSize(4);
    }

    @Test
    void countOfWhatWasSoldShortEndsIt() {
        BookStory story = BookStory.standard()
                .defines()
                .trades(1, 4, Side.BUY)
                .level("SUE", StockReason.TRADE, -4, 0)
                .level("SUE", StockReason.COUNT, 0, 0);
        assertThat(story.last()).containsExactly("#S :shrinkage SUE/goods 4");
    }

    @Test
    void goodsTradedBeforeStockWasTrackedAreRestated() {
        BookStory story = BookStory.standard()
                .defines(0, 0, 0, false)
                .trades(1, 4, Side.BUY)
                .defines()
                .level("BOB", StockReason.RECEIPT, 1, 0);
        assertThat(story.goods("BOB/goods")).isEqualTo(1);
        story.level("SUE", StockReason.ALLOCATE, 0, 0);
        assertThat(story.last()).containsExactly("#S :outside SUE/goods 4");
        assertThat(story.transaction("S-5").reason()).isEqualTo(TransferReason.RESTATEMENT);
    }

    @Test
    void capturedPaymentIsTheAccountsMoney() {
        BookStory story = BookStory.standard().defines().pays("BOB", "pay-1", 995_000, PaymentStatus.CAPTURED);
        assertThat(story.last()).containsExactly("EUR :payments BOB/cash 995000");
        assertThat(story.transaction("S-2").refId()).isEqualTo("pay-1");
        story.pays("BOB", "pay-2", 1, PaymentStatus.FAILED);
        assertThat(story.books.transactions).hasSize(1);
    }

    @Test
    void moneySettlesOnTheValueDateInCalendarDays() {
        BookStory story = BookStory.standard().defines(0, 100, 2, false).trades(10_000, 5, Side.BUY);
        assertThat(story.last())
                .containsExactly(
                        "EUR BOB/unsettled SUE/unsettled 50000", "#S SUE/goods BOB/goods 5", "EUR BOB/cash :fees 500");
        assertThat(story.transaction("S-2").valueDate()).isEqualTo(MIDNIGHT + 2 * DAY);
        // Saturday, 23:59:59.999
        story.later(DAY + 14 * HOUR - 1).ticks();
        assertThat(story.books.transactions).hasSize(1);
        // Sunday, a weekend's day like any other
        story.later(1).ticks();
        assertThat(Books.lines(story.transaction("S-4-S1"))).containsExactly("EUR BOB/cash BOB/unsettled 50000");
        assertThat(Books.lines(story.transaction("S-4-S2"))).containsExactly("EUR SUE/unsettled SUE/cash 50000");
        assertThat(story.transaction("S-4-S1").valueDate()).isEqualTo(MIDNIGHT + 2 * DAY);
        assertThat(story.money("BOB/unsettled")).isZero();
        assertThat(story.money("BOB/cash")).isEqualTo(-50_500);
    }

    @Test
    void whatAnAccountPaysAndGetsOnADayIsNetted() {
        BookStory story = BookStory.standard()
                .defines(0, 0, 1, false)
                .trades(10, 5, Side.BUY)
                .trades("SUE", "BOB", 10, 3, Side.BUY, NONE)
                .trades("ANN", "BOB", 10, 2, Side.BUY, NONE)
                .later(3 * DAY)
                .ticks();
        assertThat(story.books.transactions).hasSize(5);
        assertThat(story.money("SUE/cash")).isEqualTo(20);
        assertThat(story.money("ANN/cash")).isEqualTo(-20);
        assertThat(story.money("BOB/cash")).isZero();
    }

    @Test
    void moneyThatNoNumberHoldsSettlesAllTheSame() {
        long most = 999_999_999_999L;
        BookStory story = BookStory.standard().defines(0, 0, 1, false);
        for (int n = 0; n < 20; n++) {
            story.trades(most, 1_000_000, Side.BUY);
        }
        story.later(DAY).ticks();
        assertThat(story.transaction("S-22-S1").transfers()).hasSize(20);
        assertThat(story.books.balances().get("BOB/unsettled EUR")).isNull();
        assertThat(story.books.balances().get("BOB/cash EUR")).hasToString("-19999999999980000000");
    }

    @Test
    void nothingIsLeftOfWhatIsOver() {
        BookStory story = BookStory.standard()
                .defines(1, 1, 1, false)
                .orders("BOB")
                .trades(1_000, 1, Side.BUY)
                .corrects(1, "BOB", "SUE", 1_000, 0)
                .later(9 * DAY)
                .ticks();
        assertThat(story.books.pieces.keySet()).containsExactly("head");
    }
}
