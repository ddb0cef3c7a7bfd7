package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.CxlRejResponseTo;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final Desk desk = new Desk("AMZN", "MM-1");
    private final Floor floor = new Floor(1, "r");

    @Test
    void anOrderIsUnderWayUntilItIsAnswered() {
        desk.enter(floor, OrderTicket.limit(Side.BUY, 5, 100));
        assertThat(desk.unanswered(Side.BUY, 0)).isEqualTo(1);
        assertThat(desk.openQty(Side.BUY, 0)).isEqualTo(5);

        desk.observe(report("r-1", null, ExecType.NEW, OrdStatus.NEW, 5), 0);
        assertThat(desk.unanswered(Side.BUY, 0)).isZero();
        assertThat(desk.openQty(Side.BUY, 0)).isEqualTo(5);
        assertThat(desk.working(Side.BUY)).hasSize(1);
        assertThat(desk.working(Side.SELL)).isEmpty();
    }

    @Test
    void anOrderWithoutAnswerCountsAsLostInTheEnd() {
        desk.enter(floor, OrderTicket.limit(Side.BUY, 5, 100));

        assertThat(desk.unanswered(Side.BUY, Desk.ANSWER_WITHIN_MS - 1)).isEqualTo(1);
        assertThat(desk.orders(Desk.ANSWER_WITHIN_MS - 1)).isEqualTo(1);
        assertThat(desk.unanswered(Side.BUY, Desk.ANSWER_WITHIN_MS)).isZero();
        assertThat(desk.orders(Desk.ANSWER_WITHIN_MS)).isZero();
    }

    @Test
    void aRejectedOrderDoesNotWork() {
        desk.enter(floor, OrderTicket.limit(Side.BUY, 5, 100));
        desk.observe(report("r-1", null, ExecType.REJECTED, OrdStatus.REJECTED, 0), 0);

        assertThat(desk.orders(0)).isZero();
    }

    @Test
    void aReplacementChangesTheIdAndNotTheOrder() {
        desk.observe(report("r-1", null, ExecType.NEW, OrdStatus.NEW, 5), 0);
        WorkingOrder order = desk.working().get(0);
        desk.replace(floor, order, 3, Absent.NUMBER);
        assertThat(order.isAsked(0)).isTrue();

        desk.observe(report("r-2", "r-1", ExecType.REPLACED, OrdStatus.NEW, 3), 0);
        assertThat(desk.working()).containsExactly(order);
        assertThat(order.isAsked(0)).isFalse();
        assertThat(order.clOrdId()).isEqualTo("r-2");
        assertThat(order.leavesQty()).isEqualTo(3);
    }

    @Test
    void aFinishedOrderIsForgottenButForItsId() {
        desk.observe(report("r-1", null, ExecType.NEW, OrdStatus.NEW, 5), 0);
        desk.observe(report("r-9", "r-1", ExecType.CANCELED, OrdStatus.CANCELED, 0), 0);

        assertThat(desk.orders(0)).isZero();
        assertThat(desk.lastFinished()).isEqualTo("r-1");
    }

    @Test
    void aCancelThatCameTooLateEndsTheOrderHereToo() {
        desk.observe(report("r-1", null, ExecType.NEW, OrdStatus.NEW, 5), 0);
        desk.cancel(floor, desk.working().get(0));
        desk.observe(reject(CxlRejReason.TOO_LATE));

        assertThat(desk.working()).isEmpty();
    }

    @Test
    void aRefusedReplacementLeavesTheOrder() {
        desk.observe(report("r-1", null, ExecType.NEW, OrdStatus.NEW, 5), 0);
        desk.replace(floor, desk.working().get(0), Absent.NUMBER, 200);
        desk.observe(reject(CxlRejReason.OTHER));

        assertThat(desk.working()).hasSize(1);
        assertThat(desk.working().get(0).isAsked(0)).isFalse();
    }

    private static OrderCancelReject reject(CxlRejReason reason) {
        return new OrderCancelReject(
                "MM-1", "r-7", "r-1", null, OrdStatus.REJECTED, reason, CxlRejResponseTo.ORDER_CANCEL_REQUEST, "TEXT");
    }

    private static ExecutionReport report(
            String clOrdId, @Nullable String origClOrdId, ExecType execType, OrdStatus status, long leavesQty) {
        return new ExecutionReport(
                "MM-1",
                clOrdId,
                origClOrdId,
                "AMZN-3",
                execType,
                status,
                Side.BUY,
                OrdType.LIMIT,
                5,
                100,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                TimeInForce.DAY,
                Absent.NUMBER,
                0,
                0,
                0,
                leavesQty,
                Absent.NUMBER,
                null,
                null,
                null,
                null);
    }
}
