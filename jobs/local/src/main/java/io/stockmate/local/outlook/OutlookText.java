package io.stockmate.local.outlook;

import io.stockmate.core.demand.inventory.StockClass;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.local.picture.TextChart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An outlook for a terminal. */
public final class OutlookText {
    private OutlookText() {}

    public static List<String> lines(Outlook outlook) {
        List<String> lines = new ArrayList<>();
        lines.add(title(outlook));
        if (!outlook.others().isEmpty()) {
            lines.add("Other accounts (--account): " + String.join(", ", outlook.others()));
        }
        lines.add("");
        lines.add(OutlookCharts.demand(outlook).title() + ":");
        lines.addAll(TextChart.lines(OutlookCharts.demand(outlook)));
        lines.add("");
        lines.add(OutlookCharts.stock(outlook).title() + ":");
        lines.addAll(TextChart.lines(OutlookCharts.stock(outlook)));
        lines.add("");
        lines.addAll(facts(outlook));
        for (ReplenishmentSuggestion suggestion : outlook.suggestions()) {
            lines.add("");
            lines.add(suggestion(suggestion));
            lines.add("  " + suggestion.why());
            if (suggestion.action() == SuggestedAction.RELEASE) {
                lines.add("  ./stockmate approve " + suggestion.suggestionId());
            }
        }
        return lines;
    }

    static String title(Outlook outlook) {
        DemandForecast first = outlook.ahead().get(0);
        return outlook.symbol() + " of " + outlook.account() + ": "
                + outlook.days().size() + " days known, " + outlook.ahead().size() + " forecast from "
                + date(first.bucketStart()) + " on";
    }

    /** What is held, and the levels by which the account orders where it has a policy. */
    static List<String> facts(Outlook outlook) {
        List<String> facts = new ArrayList<>();
        DemandForecast first = outlook.ahead().get(0);
        long week = outlook.ahead().stream()
                .limit(7)
                .mapToLong(DemandForecast::mean)
                .sum();
        facts.add("expected in the next " + Math.min(7, outlook.ahead().size()) + " days  " + Decimal.toString(week));
        if (!outlook.days().isEmpty()) {
            ForecastScore last = outlook.days().get(outlook.days().size() - 1);
            if (!Absent.is(last.onHand())) {
                facts.add("on hand  " + last.onHand() + ", on order  " + last.onOrder());
            }
        }
        if (outlook.stockClass() != null) {
            facts.add("class  " + stockClass(outlook.stockClass()));
        }
        if (!Absent.is(first.reorderPoint())) {
            facts.add("reorder point  " + first.reorderPoint() + ", order up to  " + first.orderUpTo()
                    + ", safety stock  " + first.safetyStock());
        } else {
            facts.add("no stock policy: SetStockPolicy gives reorder points and suggestions");
        }
        return facts;
    }

    private static String stockClass(StockClass known) {
        String value =
                switch (known.value()) {
                    case A -> "among those that bring the first 80 % of the account's sales";
                    case B -> "among those that bring 80 to 95 % of the account's sales";
                    case C -> "among those that bring the last 5 % of the account's sales";
                };
        String variation =
                switch (known.variation()) {
                    case X -> "its weeks vary by up to half their mean";
                    case Y -> "its weeks vary by up to their mean";
                    case Z -> "its weeks vary by more than their mean, or are too few";
                };
        return known.value().name() + known.variation().name() + ": " + value + "; " + variation;
    }

    static String suggestion(ReplenishmentSuggestion suggestion) {
        return suggestion.action() + " " + suggestion.qty()
                + (suggestion.orderId() == null ? "" : " of " + suggestion.orderId()) + ", needed by "
                + date(suggestion.needBy()) + " (" + suggestion.suggestionId() + ")";
    }

    private static LocalDate date(long ts) {
        return Instant.ofEpochMilli(ts).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
