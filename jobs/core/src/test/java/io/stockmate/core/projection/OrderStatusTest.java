package io.stockmate.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class OrderStatusTest {
    private static final long PRICE = 10_0000;

    private final Tape tape = new Tape("AMZN");

    @Test
    void anOrderWorksUntilItsTerminalStatus() {
        tape.limit("ANN", "a-1", Side.BUY, 10, PRICE, "cart-1").limit("BOB", "b-1", Side.SELL, 4, PRICE, null);
        assertThat(row("AMZN-2"))
                .returns(OrdStatus.PARTIALLY_FILLED, OrderStatus::ordStatus)
                .returns(true, OrderStatus::working)
                .returns(4L, OrderStatus::cumQty)
                .returns(6L, OrderStatus::leavesQty)
                .returns("cart-1", OrderStatus::listId);
        assertThat(row("AMZN-3"))
                .returns(OrdStatus.FILLED, OrderStatus::ordStatus)
                .returns(false, OrderStatus::working);
    }

    @Test
    void aReplacedOrderCarriesItsNewId() {
        tape.limit("ANN", "a-1", Side.BUY, 10, PRICE, null).replace("ANN", "a-2", "a-1", 20, PRICE);
        assertThat(rows()).hasSize(1);
        assertThat(row("AMZN-2")).returns("a-2", OrderStatus::clOrdId).returns(20L, OrderStatus::orderQty);
    }

    @Test
    void aCancelledOrderKeepsItsOwnIdAndNotThatOfTheRequest() {
        tape.limit("ANN", "a-1", Side.BUY, 10, PRICE, null).cancel("ANN", "please", "a-1");
        assertThat(row("AMZN-2"))
                .returns("a-1", OrderStatus::clOrdId)
                .returns(OrdStatus.CANCELED, OrderStatus::ordStatus)
                .returns(false, OrderStatus::working);
    }

    @Test
    void theSameIdWithOtherContentNeitherTouchesTheOrderNorMakesARow() {
        tape.limit("ANN", "a-1", Side.BUY, 10, PRICE, null);
        Map<String, OrderStatus> before = rows();
        tape.limit("ANN", "a-1", Side.BUY, 11, PRICE, null);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anEqualRepeatIsAnsweredAndLeavesTheRowAsItWas() {
        tape.limit("ANN", "a-1", Side.BUY, 10, PRICE, null);
        Map<String, OrderStatus> before = rows();
        tape.limit("ANN", "a-1", Side.BUY, 10, PRICE, null);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anOrderRefusedAtEntryHasARowThatSaysSo() {
        tape.limit("ANN", "a-1", Side.BUY, 5_000, PRICE, null);
        assertThat(row("AMZN-2"))
                .returns(OrdStatus.REJECTED, OrderStatus::ordStatus)
                .returns("a-1", OrderStatus::clOrdId)
                .returns(false, OrderStatus::working);
    }

    private OrderStatus row(String orderId) {
        return Objects.requireNonNull(rows().get(orderId), () -> orderId + " among " + rows().keySet());
    }

    private Map<String, OrderStatus> rows() {
        Map<String, OrderStatus> rows = new LinkedHashMap<>();
        tape.events().forEach(event -> {
            OrderStatus row = OrderStatus.of(event);
            if (row != null) {
                rows.put(row.orderId(), row);
            }
        });
        return rows;
    }
}
