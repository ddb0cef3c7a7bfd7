package io.stockmate.benchmarks.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockmate.benchmarks.forecast.RecordedDemand;
import io.stockmate.core.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StockBenchTest {
    @Test
    void recordedSalesAreServedAsAskedFromLessStockThanByOneSafetyFactor() throws IOException {
        List<RecordedDemand> every = RecordedDemand.readAll(SharedData.require("forecast/retail-daily-dev.csv"));
        List<RecordedDemand> shop = IntStream.range(0, every.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(every::get)
                .toList();
        StockBench bench = StockBench.of(shop, List.of());
        assertThat(bench.frontier()).hasSizeGreaterThan(20);
        for (String view : List.of("sku_90", "volume_90", "sku_95", "volume_95")) {
            double asked = view.endsWith("90") ? 0.9 : 0.95;
            assertThat(value(bench.line(), "fill_" + view)).as(view).isBetween(asked - 0.02, asked + 0.02);
            assertThat(value(bench.line(), "stock_ratio_" + view)).as(view).isLessThan(0.9);
            assertThat(value(bench.line(), "job_stock_ratio_" + view)).as(view).isLessThan(1);
        }
    }

    /** Where days are alike for ever, their mean and deviation are all there is to know, and nothing can be saved. */
    @Test
    void whereDemandNeverChangesLittleIsLostAgainstItsMeanAndDeviation() {
        Random random = new Random(7);
        List<RecordedDemand> rare = IntStream.range(0, 60)
                .mapToObj(i -> item(i, 250, 1 + i % 6, i % 2 == 0 ? 0.5 : 0.15, random))
                .toList();
        String line = StockBench.of(rare, List.of()).line();
        holdsWhatItsMeanAndDeviationHold(line);
        List<RecordedDemand> daily = IntStream.range(0, 40)
                .mapToObj(i -> item(i, 400, 1 + i % 6, 0.9, random))
                .toList();
        String second = StockBench.of(daily, List.of()).line();
        holdsWhatItsMeanAndDeviationHold(second);
        assertThat(value(second, "stock_ratio_sku_90")).isLessThanOrEqualTo(1);
        assertThat(value(second, "stock_ratio_volume_90")).isLessThanOrEqualTo(1);
    }

    private static void holdsWhatItsMeanAndDeviationHold(String line) {
        for (String view : List.of("volume_90", "volume_95", "sku_90", "sku_95")) {
            assertThat(value(line, "stock_ratio_" + view)).as(view).isBetween(0.8, 1.05);
            assertThat(value(line, "job_stock_ratio_" + view)).as(view).isBetween(0.8, 1.05);
        }
        assertThat(value(line, "fill_volume_90")).isBetween(0.88, 0.92);
    }

    /** The mean of the last 28 days finds a level that jumps as soon: nothing is saved, and not much is lost. */
    @Test
    void whereLevelsJumpEveryTwoMonthsAtMostATenthMoreIsHeld() {
        Random random = new Random(100);
        List<RecordedDemand> jumping = IntStream.range(0, 60)
                .mapToObj(i -> jumping(i, 2 + 2 * (i % 6), i % 2 == 0 ? 0.5 : 0.9, random))
                .toList();
        String line = StockBench.of(jumping, List.of()).line();
        for (String view : List.of("volume_90", "volume_95", "sku_90", "sku_95")) {
            double asked = view.endsWith("90") ? 0.9 : 0.95;
            assertThat(value(line, "fill_" + view)).as(view).isBetween(asked - 0.02, asked + 0.02);
            assertThat(value(line, "job_stock_ratio_" + view)).as(view).isBetween(0.9, 1.1);
        }
    }

    @Test
    void seriesTooShortToSellFromAreRefused() {
        RecordedDemand item = item(1, 20, 3, 0.5, new Random(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StockBench.of(List.of(item), List.of()))
                .withMessageContaining("20 days");
    }

    private static RecordedDemand item(int id, int days, int size, double chance, Random random) {
        double[] demand = IntStream.range(0, days)
                .mapToDouble(day -> random.nextDouble() < chance ? 1 + random.nextInt(2 * size) : 0)
                .toArray();
        return new RecordedDemand("item-" + id, 1, 7, demand, new double[0]);
    }

    /** 400 days; every two months another level, between half and twice the size. */
    private static RecordedDemand jumping(int id, int size, double chance, Random random) {
        double[] demand = new double[400];
        int most = 0;
        for (int day = 0; day < demand.length; day++) {
            most = day % 60 == 0 ? (int) Math.round(2 * size * (0.5 + 1.5 * random.nextDouble())) : most;
            demand[day] = random.nextDouble() < chance ? 1 + random.nextInt(most) : 0;
        }
        return new RecordedDemand("item-" + id, 1, 7, demand, new double[0]);
    }

    private static double value(String line, String key) {
        for (String pair : line.split(" ")) {
            if (pair.startsWith(key + "=")) {
                return Double.parseDouble(pair.substring(key.length() + 1));
            }
        }
        throw new AssertionError(key + " is not in " + line);
    }
}
