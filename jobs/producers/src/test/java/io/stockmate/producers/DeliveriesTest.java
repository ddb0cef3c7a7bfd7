package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final long DAY_MS = 86_400_000;

    private final Deliveries deliveries = new Deliveries();

    @Test
    void comeAfterSecondsThatStandForDays() {
        buy("SKU-001-5", 10, 3, 0);

        assertThat(deliveries.due(2_000)).isNull();
        assertThat(deliveries.due(10_000).orderId()).isEqualTo("SKU-001-5");
        assertThat(deliveries.due(10_000).qty()).isEqualTo(10);
    }

    @Test
    void comeSoonerWhenTheLeadTimeIsShorter() {
        buy("SKU-001-5", 10, 9, 0);
        buy("SKU-001-6", 10, 1, 10);

        assertThat(deliveries.due(3_000).orderId()).isEqualTo("SKU-001-6");
    }

    @Test
    void arriveInParts() {
        buy("SKU-001-5", 10, 1, 0);
        deliveries.observe(received("SKU-001-5", 6), 10);
        assertThat(deliveries.due(10_000).qty()).isEqualTo(6);

        deliveries.observe(received("SKU-001-5", 0), 6);
        assertThat(deliveries.due(10_000)).isNull();
    }

    @Test
    void areStruckOutWhereTheReceiptSaysSo() {
        buy("SKU-001-5", 10, 1, 0);
        buy("SKU-001-6", 20, 1, 10);
        deliveries.observe(received("SKU-001-6", 10), 30);

        assertThat(deliveries.due(10_000).orderId()).isEqualTo("SKU-001-5");
        assertThat(deliveries.due(10_000).qty()).isEqualTo(10);
    }

    @Test
    void comeAgainWhenPostponed() {
        buy("SKU-001-5", 10, 1, 0);
        deliveries.due(5_000).postpone(8_000);

        assertThat(deliveries.due(7_999)).isNull();
        assertThat(deliveries.due(8_000)).isNotNull();
    }

    @Test
    void whatWasBoughtLastIsStillOnOrder() {
        buy("SKU-001-5", 10, 1, 0);
        buy("SKU-001-6", 20, 1, 10);
        deliveries.observe(new StockLevel("SHOP-1", 0, 0, 0, 15, StockReason.COUNT, 0, null, Absent.NUMBER), 15);

        assertThat(deliveries.due(10_000).orderId()).isEqualTo("SKU-001-6");
        assertThat(deliveries.due(10_000).qty()).isEqualTo(15);
    }

    private void buy(String orderId, long qty, long days, long onOrder) {
        deliveries.expect(
                new Trade(
                        "SKU-001-T-1",
                        100,
                        qty,
                        orderId,
                        "SKU-001-9",
                        "SHOP-1",
                        "SUPPLIER-1",
                        Side.SELL,
                        "EUR",
                        days * DAY_MS),
                0);
        deliveries.observe(
                new StockLevel("SHOP-1", 0, 0, 0, onOrder + qty, StockReason.TRADE, qty, "SKU-001-T-1", Absent.NUMBER),
                onOrder);
    }

    private static StockLevel received(String ref, long onOrder) {
        return new StockLevel("SHOP-1", 0, 0, 0, onOrder, StockReason.RECEIPT, 1, ref, Absent.NUMBER);
    }
}
