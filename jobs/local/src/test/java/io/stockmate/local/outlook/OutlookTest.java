package io.stockmate.local.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.demand.inventory.StockClass;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ten sold on each of twenty days; 25 are left. */
class OutlookTest {
    private static final long DAY_MS = 86_400_000;
    private static final long TODAY = 20_020;

    @Test
    void theTerminalShowsHistoryFanStockAndWhatToApprove() {
        List<String> lines = OutlookText.lines(outlook(50));
        assertThat(lines)
                .contains(
                        "S-1 of SHOP: 20 days known, 14 forecast from 2024-10-24 on",
                        "Other accounts (--account): OTHER",
                        "expected in the next 7 days  70",
                        "on hand  25, on order  0",
                        "class  AX: among those that bring the first 80 % of the account's sales; its weeks vary by up to half"
                                + " their mean",
                        "reorder point  50, order up to  60, safety stock  10",
                        "RELEASE 35, needed by 2024-10-26 (S-1-S-99)",
                        "  25 are too few.",
                        "  ./stockmate approve S-1-S-99");
        assertThat(String.join("", lines)).contains("*", "o", ":", "#", "^ forecast from 2024-10-24T00:00:00Z");
    }

    @Test
    void withoutAPolicyThereAreNoLevels() {
        assertThat(OutlookText.lines(outlook(Absent.NUMBER)))
                .contains("no stock policy: SetStockPolicy gives reorder points and suggestions");
    }

    @Test
    void thePageHasItsPicturesInItself() {
        String html = OutlookPage.html(outlook(50));
        assertThat(html)
                .startsWith("<!doctype html>")
                .contains(
                        "<polygon class=\"band forecast\"", "<polyline class=\"line series\"", "RELEASE 35", "</html>")
                .doesNotContain("http:", "https:", "NaN");
    }

    private static Outlook outlook(long reorderPoint) {
        return new Outlook(
                "S-1",
                "SHOP",
                LongStream.range(TODAY - 20, TODAY).mapToObj(OutlookTest::score).toList(),
                LongStream.range(TODAY, TODAY + 14)
                        .mapToObj(day -> forecast(day, reorderPoint))
                        .toList(),
                List.of(new ReplenishmentSuggestion(
                        "S-1",
                        TODAY * DAY_MS,
                        99,
                        "S-1-S-99",
                        "SHOP",
                        SuggestedAction.RELEASE,
                        null,
                        35,
                        Absent.NUMBER,
                        (TODAY + 2) * DAY_MS,
                        "25 are too few.")),
                List.of("OTHER"),
                new StockClass(StockClass.Value.A, StockClass.Variation.X));
    }

    private static ForecastScore score(long day) {
        long ten = 10 * Decimal.ONE;
        return new ForecastScore(
                "S-1",
                (day + 1) * DAY_MS,
                day,
                "SHOP",
                day * DAY_MS,
                ForecastModel.ADAPTIVE,
                10,
                0,
                0,
                ten,
                25 + 10 * (TODAY - 1 - day),
                0,
                ten,
                ten,
                ten,
                ten,
                0,
                0);
    }

    private static DemandForecast forecast(long day, long reorderPoint) {
        boolean planned = !Absent.is(reorderPoint);
        return new DemandForecast(
                "S-1",
                TODAY * DAY_MS,
                99,
                "SHOP",
                day * DAY_MS,
                ForecastModel.ADAPTIVE,
                10 * Decimal.ONE,
                6 * Decimal.ONE,
                10 * Decimal.ONE,
                14 * Decimal.ONE,
                planned ? 10 : Absent.NUMBER,
                reorderPoint,
                planned ? 60 : Absent.NUMBER,
                (TODAY - 1) * DAY_MS);
    }
}
