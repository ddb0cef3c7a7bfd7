package io.stockmate.local.outlook;

import io.stockmate.core.demand.inventory.StockClass;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * All items of an account, ranked by what their demand of a week is worth at the prices buyers paid, and by how much
 * their weeks vary. Weeks end with an item's newest day; the last quarter's count, as far as all of their days are
 * known.
 */
final class Assortment {
    private static final long DAY_MS = 86_400_000;
    private static final int WEEK = 7;
    private static final int WEEKS = 13;

    private final Map<String, TreeMap<Long, Double>> days = new TreeMap<>();
    private final Map<String, Sales> sales = new TreeMap<>();

    private record Sales(double qty, double amount) {
        Sales plus(Sales more) {
            return new Sales(qty + more.qty, amount + more.amount);
        }
    }

    void take(ForecastScore score) {
        if (score.model() == ForecastModel.ADAPTIVE) {
            days.computeIfAbsent(score.symbol(), symbol -> new TreeMap<>())
                    .put(score.bucketStart() / DAY_MS, score.demand() / (double) Decimal.ONE);
        }
    }

    void take(String symbol, Trade trade) {
        sales.merge(symbol, new Sales(trade.qty(), trade.qty() * (trade.price() / (double) Decimal.ONE)), Sales::plus);
    }

    /** By symbol. */
    Map<String, StockClass> classes() {
        List<StockClass.Item> items = new ArrayList<>();
        days.forEach((symbol, known) -> items.add(item(symbol, known)));
        return StockClass.of(items);
    }

    private StockClass.Item item(String symbol, TreeMap<Long, Double> known) {
        double mean = WEEK
                * known.tailMap(known.lastKey() - WEEKS * WEEK, false).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
        Sales sold = sales.getOrDefault(symbol, new Sales(0, 0));
        double price = sold.qty == 0 ? 0 : sold.amount / sold.qty;
        return new StockClass.Item(symbol, mean * price, mean, deviation(weeks(known)));
    }

    private static List<Double> weeks(TreeMap<Long, Double> known) {
        List<Double> weeks = new ArrayList<>();
        for (int back = 0; back < WEEKS; back++) {
            long end = known.lastKey() - (long) back * WEEK;
            var week = known.subMap(end - WEEK, false, end, true).values();
            if (week.size() == WEEK) {
                weeks.add(week.stream().mapToDouble(Double::doubleValue).sum());
            }
        }
        return weeks;
    }

    /** Of a sample; not a number where there are fewer than two weeks. */
    private static double deviation(List<Double> weeks) {
        double mean = stream(weeks).average().orElse(Double.NaN);
        double squares =
                stream(weeks).map(week -> (week - mean) * (week - mean)).sum();
        return weeks.size() < 2 ? Double.NaN : Math.sqrt(squares / (weeks.size() - 1));
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }
}
