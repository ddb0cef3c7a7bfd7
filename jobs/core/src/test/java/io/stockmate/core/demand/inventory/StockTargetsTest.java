package io.stockmate.core.demand.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import org.junit.jupiter.api.Test;

/** Every figure here was worked out by hand; the comments say how. */
class StockTargetsTest {
    private static final long ABSENT = Absent.NUMBER;
    private static final UncertainDemand NONE = UncertainDemand.none();

    @Test
    void cycleServiceTakesTheQuantileOverLeadTimeAndReview() {
        // P(D <= 94) = 95/100; the mean is 49.5, rounded 50
        StockTargets targets =
                StockTargets.of(policy(0.95, ServiceMeasure.CYCLE), new UniformDemand(99), NONE, new UniformDemand(9));
        assertThat(targets).isEqualTo(new StockTargets(44, 94, 94));
    }

    @Test
    void normalDemandGivesTheTextbookSafetyStock() {
        // daily demand 10, deviation 4; L + R = 16 days: mean 160, deviation 4 * sqrt(16) = 16; k(0.95) = 1.645
        UncertainDemand normal = quantiles(160, 160 + 1.645 * 16);
        StockTargets targets = StockTargets.of(policy(0.95, ServiceMeasure.CYCLE), normal, NONE, new Certain(10));
        // 160 + 26.32 = 186.32
        assertThat(targets).isEqualTo(new StockTargets(27, 187, 187));
    }

    @Test
    void fillRateAllowsItsShareOfACyclesDemandToGoShort() {
        // a cycle's demand is 4.5, so 0.45 may go short; E[(D-6)+] = (1+2+3)/10 = 0.6, E[(D-7)+] = (1+2)/10 = 0.3
        StockTargets targets =
                StockTargets.of(policy(0.90, ServiceMeasure.FILL), new UniformDemand(9), NONE, new UniformDemand(9));
        assertThat(targets).isEqualTo(new StockTargets(2, 7, 7));
    }

    @Test
    void fillRateCountsNoShortageTwice() {
        // a cycle's demand is 5, so 0.73 * 5 = 3.65 may go short. Of 20 equally probable demands
        // E[(D-7)+] = (1+...+12)/20 = 3.9; of 10 over the lead time alone E[(D-7)+] = 0.3 was short before: 3.6
        StockTargets targets = StockTargets.of(
                policy(0.27, ServiceMeasure.FILL), new UniformDemand(19), new UniformDemand(9), new UniformDemand(10));
        assertThat(targets.reorderPoint()).isEqualTo(7);
    }

    @Test
    void aLeastOrderAboveAReviewsDemandIsHeldOnTop() {
        // s = 94 as above; a review period asks for 4.5, the least order is 20: S = 94 + 15.5, rounded up
        SetStockPolicy asked = new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 1, 20, ABSENT, ABSENT, ABSENT);
        StockTargets targets =
                StockTargets.of(StockPolicy.of(asked), new UniformDemand(99), NONE, new UniformDemand(9));
        assertThat(targets).isEqualTo(new StockTargets(44, 94, 110));
    }

    @Test
    void givenValuesTakeThePlaceOfComputedOnes() {
        SetStockPolicy asked = new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 1, ABSENT, ABSENT, 7, 60);
        StockTargets targets =
                StockTargets.of(StockPolicy.of(asked), new UniformDemand(100), NONE, new UniformDemand(9));
        // 50 + 7; at most 60
        assertThat(targets).isEqualTo(new StockTargets(7, 57, 60));
    }

    @Test
    void aGivenSafetyStockIsTheOnePublishedUnlessTheMostStockCutsIt() {
        // 49.4 + 7 = 56.4, up to 57; 57 - 49 would be 8
        assertThat(given(7, ABSENT)).isEqualTo(new StockTargets(7, 57, 57));
        // 55 - 49
        assertThat(given(7, 55)).isEqualTo(new StockTargets(6, 55, 55));
    }

    private static StockTargets given(long safetyStock, long maxStock) {
        SetStockPolicy asked =
                new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 1, ABSENT, ABSENT, safetyStock, maxStock);
        return StockTargets.of(StockPolicy.of(asked), new Certain(49.4), NONE, new Certain(1));
    }

    @Test
    void leadTimeKeepsItsMeanAndVarianceOnWholeDays() {
        // 4 / (3 * 6) = 2/9 on either side of 7: variance 2 * 2/9 * 9 = 4
        assertThat(LeadTime.of(7, 2).cases())
                .containsExactly(
                        new LeadTime.Case(4, 2.0 / 9), new LeadTime.Case(7, 5.0 / 9), new LeadTime.Case(10, 2.0 / 9));
        // one day at the earliest is none: 0.8 * 0 + 0.2 * 5 = 1, variance 0.8 * 1 + 0.2 * 16 = 4
        assertThat(LeadTime.of(1, 2).cases()).containsExactly(new LeadTime.Case(0, 0.8), new LeadTime.Case(5, 0.2));
        assertThat(LeadTime.of(0, 2).cases()).containsExactly(new LeadTime.Case(0, 1));
    }

    @Test
    void aDeviationOfMoreThanTenYearsIsCapped() {
        // one day early or 3,650 late, the late one so rare that the mean stays 1
        assertThat(LeadTime.of(1, 50_000).cases())
                .containsExactly(new LeadTime.Case(0, 3_650.0 / 3_651), new LeadTime.Case(3_651, 1.0 / 3_651));
        assertThat(LeadTime.of(3_650, 922_337_203_685_477.0).daysMax()).isEqualTo(7_300);
    }

    @Test
    void demandOverAnUncertainLeadTimeIsTheMixtureOfItsDays() {
        // 10 a day for certain: 40, 70 or 100 with 2/9, 5/9 and 2/9
        UncertainDemand demand = LeadTimeDemand.over(LeadTime.of(7, 2), 0, days -> new Certain(10 * days));
        assertThat(demand.mean()).isEqualTo(70, within(1e-9));
        assertThat(demand.quantile(0.2)).isEqualTo(40, within(1e-3));
        assertThat(demand.quantile(0.75)).isEqualTo(70, within(1e-3));
        assertThat(demand.quantile(0.9)).isEqualTo(100, within(1e-3));
        assertThat(demand.shortageAbove(70)).isEqualTo(30 * 2.0 / 9, within(1e-9));
        assertThat(LeadTimeDemand.over(LeadTime.of(7, 2), 3, days -> new Certain(10 * days))
                        .mean())
                .isEqualTo(100, within(1e-9));
    }

    @Test
    void orderFillsUpInWholePacksAndLots() {
        StockTargets targets = new StockTargets(33, 133, 133);
        assertThat(OrderQuantity.of(packs(1, 12, ABSENT), targets, 90, 1, 1_000))
                .isEqualTo(48); // 43 up to 4 packs
        assertThat(OrderQuantity.of(packs(60, 12, ABSENT), targets, 90, 1, 1_000))
                .isEqualTo(60);
        assertThat(OrderQuantity.of(packs(1, 12, ABSENT), targets, 90, 10, 1_000))
                .isEqualTo(60); // 12 and 10: of 60
        assertThat(OrderQuantity.of(packs(1, 12, ABSENT), targets, 90, 1, 40)).isEqualTo(36);
        assertThat(OrderQuantity.of(packs(1, 12, 140), new StockTargets(0, 133, 140), 90, 1, 1_000))
                .isEqualTo(48); // 50 up to 60 would make 150
        assertThat(OrderQuantity.of(packs(1, 12, ABSENT), targets, 133, 1, 1_000))
                .isZero();
    }

    private static StockPolicy packs(long minOrderQty, long packQty, long maxStock) {
        return StockPolicy.of(
                new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 1, minOrderQty, packQty, ABSENT, maxStock));
    }

    private static StockPolicy policy(double serviceLevel, ServiceMeasure measure) {
        long level = Math.round(serviceLevel * Decimal.ONE);
        return StockPolicy.of(new SetStockPolicy(3, 0, level, measure, 1, ABSENT, ABSENT, ABSENT, ABSENT));
    }

    private static UncertainDemand quantiles(double mean, double quantile) {
        return new UncertainDemand() {
            @Override
            public double mean() {
                return mean;
            }

            @Override
            public double quantile(double probability) {
                return quantile;
            }

            @Override
            public double shortageAbove(double level) {
                throw new AssertionError("cycle service asks for no shortage");
            }
        };
    }
}
