package io.stockmate.core.demand.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.SuggestedAction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten are expected to be asked for every day; the reorder point is 50, 60 are to be held. Today is day 1,000. */
class ReplenishmentTest {
    private static final StockTargets TARGETS = new StockTargets(10, 50, 60);

    @Test
    void enoughStockNeedsNothing() {
        assertThat(advice(50)).isEmpty();
    }

    @Test
    void tooLittleIsFilledUpBeforeItRunsOut() {
        assertThat(advice(25)).singleElement().satisfies(advice -> {
            assertThat(advice.action()).isEqualTo(SuggestedAction.RELEASE);
            assertThat(advice.qty()).isEqualTo(35);
            assertThat(advice.needByDay()).isEqualTo(1_002); // 25 - 10 - 10 - 10
            assertThat(advice.why()).contains("25 on hand and on order are below the reorder point 50");
        });
    }

    @Test
    void bidsThatNobodyFilledCountAsOrdered() {
        assertThat(advice(25, bid("S-9", 30))).isEmpty();
    }

    @Test
    void bidsTooManyAreCancelledTheNewestFirst() {
        assertThat(advice(55, bid("S-9", 20), bid("S-10", 20)))
                .extracting(Advice::action, Advice::orderId, Advice::qty)
                .containsExactly(tuple(SuggestedAction.CANCEL, "S-10", 20L), tuple(SuggestedAction.CANCEL, "S-9", 20L));
        assertThat(advice(45, bid("S-9", 20))).isEmpty(); // without it 45 are too few
    }

    @Test
    void goodsThatComeTooLateAreExpedited() {
        // 15 last until day 1,001; at the end of day 1,003, before 60 come, 25 are missing
        assertThat(advice(15, due("S-9", 60, 1_004))).singleElement().satisfies(advice -> {
            assertThat(advice.action()).isEqualTo(SuggestedAction.EXPEDITE);
            assertThat(advice.orderId()).isEqualTo("S-9");
            assertThat(advice.qty()).isEqualTo(25);
            assertThat(advice.needByDay()).isEqualTo(1_001);
        });
    }

    @Test
    void overdueGoodsAreExpeditedWhereStockRunsOutBeforeTheNextReview() {
        assertThat(advice(0, due("S-9", 60, 995))).singleElement().satisfies(advice -> {
            assertThat(advice.action()).isEqualTo(SuggestedAction.EXPEDITE);
            assertThat(advice.orderId()).isEqualTo("S-9");
            assertThat(advice.qty()).isEqualTo(10);
            assertThat(advice.needByDay()).isEqualTo(1_000);
            assertThat(advice.why()).contains("due 5 days ago");
        });
        assertThat(advice(10, due("S-9", 60, 995))).as("today's ten are there").isEmpty();
        assertThat(advice(0, due(PurchaseOrder.UNKNOWN, 60, 999))).isEmpty();
    }

    @Test
    void goodsThatComeWhileThereIsPlentyArePostponed() {
        // 100 - 3 days' 30 = 70 on the day they are due, and nothing is missing before day 1,010
        assertThat(advice(100, due("S-9", 40, 1_002))).singleElement().satisfies(advice -> {
            assertThat(advice.action()).isEqualTo(SuggestedAction.DE_EXPEDITE);
            assertThat(advice.qty()).isEqualTo(40);
            assertThat(advice.needByDay()).isEqualTo(1_010);
        });
    }

    @Test
    void itemsAreClassedByValueAndVariation() {
        assertThat(StockClass.of(List.of(
                        new StockClass.Item("c", 50, 10, 11),
                        new StockClass.Item("a", 800, 10, 5),
                        new StockClass.Item("b", 150, 10, 10))))
                .containsExactly(
                        Map.entry("a", new StockClass(StockClass.Value.A, StockClass.Variation.X)),
                        Map.entry("b", new StockClass(StockClass.Value.B, StockClass.Variation.Y)),
                        Map.entry("c", new StockClass(StockClass.Value.C, StockClass.Variation.Z)));
    }

    private static List<Advice> advice(long onHand, PurchaseOrder... orders) {
        long absent = Absent.NUMBER;
        StockPolicy policy = StockPolicy.of(
                new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 1, absent, absent, absent, absent));
        double[] expected = new double[14];
        Arrays.fill(expected, 10);
        return new Replenishment(1_000, onHand, List.of(orders), policy, TARGETS, expected, 1, 1_000).advice();
    }

    private static PurchaseOrder bid(String orderId, long qty) {
        return new PurchaseOrder(orderId, qty, PurchaseOrder.NOT_FILLED);
    }

    private static PurchaseOrder due(String orderId, long qty, long day) {
        return new PurchaseOrder(orderId, qty, day);
    }
}
