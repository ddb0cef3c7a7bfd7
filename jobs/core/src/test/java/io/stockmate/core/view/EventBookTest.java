package io.stockmate.core.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.junit.jupiter.api.Test;

final class EventBookTest {
    private final EventBook book = new EventBook();
    private long seq;

    @Test
    void ordersOfOnePriceMakeUpALevelAndTheFirstIsItsHead() {
        report(ExecType.NEW, "A", Side.BUY, 100, 5);
        report(ExecType.NEW, "B", Side.BUY, 100, 7);
        report(ExecType.NEW, "C", Side.BUY, 99, 1);
        assertThat(book.levels(Side.BUY, 10)).containsExactly(new PriceLevel(100, 12, 2), new PriceLevel(99, 1, 1));
        assertThat(book.levels(Side.BUY, 1)).hasSize(1);
        assertThat(book.head(Side.BUY)).isEqualTo("A");
    }

    @Test
    void asksAreBestWhenLow() {
        report(ExecType.NEW, "A", Side.SELL, 102, 5);
        report(ExecType.NEW, "B", Side.SELL, 101, 5);
        assertThat(book.head(Side.SELL)).isEqualTo("B");
        assertThat(book.head(Side.BUY)).isNull();
    }

    @Test
    void aTradeLowersAndAFillRemoves() {
        report(ExecType.NEW, "A", Side.SELL, 101, 5);
        report(ExecType.TRADE, "A", Side.SELL, 101, 2);
        assertThat(book.levels(Side.SELL, 10)).containsExactly(new PriceLevel(101, 2, 1));
        report(ExecType.TRADE, "A", Side.SELL, 101, 0);
        assertThat(book.levels(Side.SELL, 10)).isEmpty();
        assertThat(book.restingOrders()).isZero();
    }

    @Test
    void lessKeepsThePlaceAndMoreLosesIt() {
        report(ExecType.NEW, "A", Side.BUY, 100, 5);
        report(ExecType.NEW, "B", Side.BUY, 100, 5);
        report(ExecType.REPLACED, "A", Side.BUY, 100, 3);
        assertThat(book.head(Side.BUY)).isEqualTo("A");
        report(ExecType.REPLACED, "A", Side.BUY, 100, 4);
        assertThat(book.head(Side.BUY)).isEqualTo("B");
    }

    @Test
    void anotherPriceMovesTheOrder() {
        report(ExecType.NEW, "A", Side.BUY, 100, 5);
        report(ExecType.REPLACED, "A", Side.BUY, 101, 5);
        assertThat(book.levels(Side.BUY, 10)).containsExactly(new PriceLevel(101, 5, 1));
    }

    @Test
    void whatEndsLeavesTheBook() {
        report(ExecType.NEW, "A", Side.BUY, 100, 5);
        report(ExecType.NEW, "B", Side.BUY, 100, 5);
        report(ExecType.CANCELED, "A", Side.BUY, 100, 0);
        report(ExecType.EXPIRED, "B", Side.BUY, 100, 0);
        assertThat(book.restingOrders()).isZero();
    }

    @Test
    void questionsAndRefusalsChangeNothing() {
        report(ExecType.NEW, "A", Side.BUY, 100, 5);
        report(ExecType.ORDER_STATUS, "A", Side.BUY, 100, 4);
        report(ExecType.REJECTED, "NONE", Side.BUY, 105, 0);
        assertThat(book.levels(Side.BUY, 10)).containsExactly(new PriceLevel(100, 5, 1));
    }

    @Test
    void anOrderAtAnyPriceNeverRests() {
        report(ExecType.NEW, "A", Side.BUY, Absent.NUMBER, 5);
        assertThat(book.restingOrders()).isZero();
    }

    private void report(ExecType execType, String orderId, Side side, long price, long leavesQty) {
        boolean market = Absent.is(price);
        ExecutionReport report = new ExecutionReport(
                "ANN",
                "c-" + orderId,
                null,
                orderId,
                execType,
                leavesQty == 0 ? OrdStatus.FILLED : OrdStatus.NEW,
                side,
                market ? OrdType.MARKET : OrdType.LIMIT,
                10,
                price,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                market ? TimeInForce.IOC : TimeInForce.GTC,
                Absent.NUMBER,
                0,
                0,
                10 - leavesQty,
                leavesQty,
                Absent.NUMBER,
                null,
                null,
                null,
                null);
        seq++;
        book.accept(new Event(
                new EventHeader("AAPL", seq, seq, "AAPL-" + seq, 0),
                0,
                new Cause("shardId-000000000000", "1", 0, 0),
                report));
    }
}
