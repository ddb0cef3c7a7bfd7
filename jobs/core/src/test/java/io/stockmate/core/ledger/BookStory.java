package io.stockmate.core.ledger;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of symbol S told one after another, and what the books make of them. */
final class BookStory {
    /** Friday 2026-03-06T10:00:00Z. */
    static final long FRIDAY = 1_772_791_200_000L;

    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;
    static final String SYMBOL = "S";

    /** With the last seq, the last transaction's id begins like this. */
    long seq;

    final Books books;
    private long now = FRIDAY;
    private long trades;

    BookStory(LedgerSettings settings) {
        books = new Books(settings);
    }

    /** Seven days, no account with rates of its own. */
    static BookStory standard() {
        return new BookStory(LedgerSettings.of(7 * DAY));
    }

    BookStory defines(long makerFeeBps, long takerFeeBps, long settlementDays, boolean tracksStock) {
        return accepts(
                "OPS",
                new DefineInstrument(
                        "A thing",
                        null,
                        "EUR",
                        1,
                        1,
                        1_000_000,
                        0,
                        true,
                        tracksStock,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        makerFeeBps,
                        takerFeeBps,
                        settlementDays));
    }

    BookStory defines() {
        return defines(Absent.NUMBER, Absent.NUMBER, Absent.NUMBER, true);
    }

    BookStory later(long millis) {
        now += millis;
        return this;
    }

    BookStory ticks() {
        return accepts("CLOCK", new Tick());
    }

    BookStory pays(String account, String paymentId, long amount, PaymentStatus status) {
        return accepts(account, new ConfirmPayment(paymentId, "S-1", amount, status));
    }

    /** BOB buys from SUE, in units of 10⁻⁴ and pieces. */
    BookStory trades(long price, long qty, Side aggressor) {
        return trades("BOB", "SUE", price, qty, aggressor, Absent.NUMBER);
    }

    BookStory trades(String buyer, String seller, long price, long qty, Side aggressor, long dueAt) {
        trades++;
        return happens(
                new Trade("S-T-" + trades, price, qty, "S-1", "S-2", buyer, seller, aggressor, "EUR", dueAt), null);
    }

    BookStory corrects(long trade, String buyer, String seller, long newPrice, long newQty) {
        return happens(new TradeCorrected("S-T-" + trade, buyer, seller, 1, 1, newPrice, newQty, "wrong"), null);
    }

    BookStory level(String account, StockReason reason, long onHand, long onOrder) {
        return happens(new StockLevel(account, onHand, 0, onHand, onOrder, reason, 0, "S-1", Absent.NUMBER), null);
    }

    BookStory orders(String account) {
        long none = Absent.NUMBER;
        return happens(
                new ExecutionReport(
                        account,
                        "c-" + seq,
                        null,
                        "S-1",
                        ExecType.NEW,
                        OrdStatus.NEW,
                        Side.BUY,
                        OrdType.LIMIT,
                        1,
                        1,
                        none,
                        none,
                        none,
                        TimeInForce.GTC,
                        none,
                        0,
                        0,
                        0,
                        1,
                        none,
                        null,
                        null,
                        null,
                        null),
                null);
    }

    private BookStory accepts(String account, CommandBody body) {
        return happens(new Accepted(body.type().wireName(), "{}"), new Command(SYMBOL, account, Absent.NUMBER, body));
    }

    private BookStory happens(EventBody body, @Nullable Command accepted) {
        seq++;
        EventHeader header = new EventHeader(SYMBOL, seq, seq, SYMBOL + "-" + seq, now);
        books.apply(new Event(header, 0, new Cause("shard", "1", 0, now), body), accepted);
        return this;
    }

    List<String> last() {
        return books.last();
    }

    Transaction transaction(String id) {
        return books.transactions.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    long money(String account) {
        return books.balance(account, "EUR");
    }

    long goods(String account) {
        return books.balance(account, "#S");
    }
}
