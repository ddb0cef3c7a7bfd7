package io.stockmate.local.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.demand.inventory.StockClass;
import io.stockmate.core.demand.inventory.StockClass.Value;
import io.stockmate.core.demand.inventory.StockClass.Variation;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssortmentTest {
    private static final long DAY_MS = 86_400_000;
    private final Assortment assortment = new Assortment();

    @Test
    void itemsAreRankedByWhatAWeekIsWorthAndHowWeeksVary() {
        // weeks of 70 and 70 at 9.00: 630 of 740, up to 80 % and across; no deviation
        days("DEAR", 10, 14);
        sold("DEAR", 90_000);
        // weeks of 70 and 35: mean 52.5, deviation 24.7, 0.47 of it; 105 at 2.00, from 85 % on
        days("CHEAP", 5, 7);
        days("CHEAP", 10, 7, 7);
        sold("CHEAP", 20_000);
        // a few days make no two weeks
        days("NEW", 1, 5);
        sold("NEW", 10_000);
        assertThat(assortment.classes())
                .containsExactly(
                        Map.entry("DEAR", new StockClass(Value.A, Variation.X)),
                        Map.entry("CHEAP", new StockClass(Value.B, Variation.X)),
                        Map.entry("NEW", new StockClass(Value.C, Variation.Z)));
    }

    private void days(String symbol, long demand, int count) {
        days(symbol, demand, 0, count);
    }

    private void days(String symbol, long demand, int from, int count) {
        for (int day = from; day < from + count; day++) {
            assortment.take(new ForecastScore(
                    symbol,
                    (20_001 + day) * DAY_MS,
                    1,
                    "SHOP",
                    (20_000 + day) * DAY_MS,
                    ForecastModel.ADAPTIVE,
                    demand,
                    0,
                    0,
                    demand * Decimal.ONE,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0));
        }
    }

    private void sold(String symbol, long price) {
        assortment.take(symbol, new Trade("T-1", price, 5, "1", "2", "C-1", "SHOP", Side.BUY, "USD", Absent.NUMBER));
    }
}
