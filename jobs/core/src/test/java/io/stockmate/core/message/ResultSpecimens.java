package io.stockmate.core.message;

import static io.stockmate.core.message.Specimens.DAY;
import static io.stockmate.core.message.Specimens.TIME;

/** Results of the jobs as specimens: with every field, and with those alone that have to be there. */
public final class ResultSpecimens {
    private static final long ABSENT = Absent.NUMBER;

    private ResultSpecimens() {}

    public static Alert fullAlert() {
        return new Alert(
                "SKU-001",
                TIME,
                "SKU-001-FAT_FINGER-4712",
                AlertKind.FAT_FINGER,
                Severity.MAJOR,
                AlertState.RAISED,
                "operator",
                "shop-1",
                12_345_600,
                1_234_560,
                9_000_000,
                "{\"side\":\"BUY\",\"price\":\"1234.56\"}",
                "Ask shop-1 whether 1234.56 was meant.",
                "SELECT price AS observed FROM execution_report WHERE symbol = 'SKU-001' AND seq = 4712",
                "rule-1",
                4_700,
                4_712);
    }

    public static Alert bareAlert() {
        return new Alert(
                "SKU-001",
                TIME,
                "SKU-001-PRICE_CHANGE-4712",
                AlertKind.PRICE_CHANGE,
                Severity.LOW,
                AlertState.CLEARED,
                "operator",
                null,
                10_500,
                10_000,
                50_000,
                "{}",
                "Look for news.",
                "SELECT price AS observed FROM trade WHERE symbol = 'SKU-001' AND seq = 4712",
                null,
                4_700,
                4_730);
    }

    public static ReplenishmentSuggestion fullSuggestion() {
        return new ReplenishmentSuggestion(
                "SKU-001",
                TIME,
                4_712,
                "SKU-001-S-4712",
                "shop-1",
                SuggestedAction.EXPEDITE,
                "SKU-001-815",
                120,
                1_234_500,
                DAY,
                "\"Late\" by 3 days.");
    }

    public static ReplenishmentSuggestion bareSuggestion() {
        return new ReplenishmentSuggestion(
                "SKU-001",
                TIME,
                4_712,
                "SKU-001-S-4712-2",
                "shop-1",
                SuggestedAction.RELEASE,
                null,
                120,
                ABSENT,
                DAY,
                "12 left.");
    }

    public static DemandForecast fullForecast() {
        return forecast(40, 70, 90);
    }

    public static DemandForecast bareForecast() {
        return forecast(ABSENT, ABSENT, ABSENT);
    }

    private static DemandForecast forecast(long safetyStock, long reorderPoint, long orderUpTo) {
        return new DemandForecast(
                "SKU-001",
                TIME,
                4_712,
                "shop-1",
                DAY,
                ForecastModel.ADAPTIVE,
                123_456,
                20_000,
                115_000,
                250_000,
                safetyStock,
                reorderPoint,
                orderUpTo,
                DAY - 86_400_000);
    }

    public static DemandDay fullDay() {
        return new DemandDay("SKU-001", TIME, 4_712, "shop-1", DAY, 9, 2, 15_000, 125_000, 3_600_000, 99_900, 17, -3);
    }

    /** As the demand job tells it of an account: nothing that is the symbol's own. */
    public static DemandDay accountsDay() {
        return new DemandDay(
                "SKU-001", TIME, 4_712, "shop-1", DAY, 9, 2, 15_000, 125_000, 3_600_000, 99_900, ABSENT, ABSENT);
    }

    public static DemandDay bareDay() {
        return new DemandDay(
                "SKU-001", TIME, 4_712, null, DAY, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);
    }

    public static ForecastScore fullScore() {
        return new ForecastScore(
                "SKU-001",
                TIME,
                4_712,
                "shop-1",
                DAY,
                ForecastModel.MOVING_AVERAGE,
                9,
                2,
                15_000,
                125_000,
                300,
                55,
                123_456,
                20_000,
                115_000,
                250_000,
                1_544,
                12_345);
    }

    public static ForecastScore bareScore() {
        return new ForecastScore(
                "SKU-001",
                TIME,
                4_712,
                "shop-1",
                DAY,
                ForecastModel.ADAPTIVE,
                9,
                0,
                0,
                90_000,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT);
    }

    public static Transfer fullTransfer() {
        return new Transfer(
                "SKU-001",
                4_712,
                TIME,
                "SKU-001-4712-R",
                "SKU-001-4712-R-2",
                "EUR",
                "shop-1/unsettled",
                "customer-5/unsettled",
                1_234_500,
                TransferReason.REVERSAL,
                "SKU-001-T-12",
                "SKU-001-4711",
                DAY);
    }

    public static Transfer bareTransfer() {
        return new Transfer(
                "SKU-001",
                4_712,
                TIME,
                "SKU-001-4712",
                "SKU-001-4712-1",
                "#SKU-001",
                ":outside",
                "shop-1/goods",
                5,
                TransferReason.RECEIPT,
                null,
                null,
                ABSENT);
    }

    public static UsageRecord usage() {
        String identifier = "VOLUME/shop-1/SKU-001/2026030413";
        return new UsageRecord(
                "SKU-001", 4_712, TIME, identifier, "shop-1", UsageMeter.VOLUME, TIME - 5_400_000, 1_200);
    }
}
