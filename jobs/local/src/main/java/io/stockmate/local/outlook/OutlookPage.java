package io.stockmate.local.outlook;

import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.local.picture.Page;

/** An outlook as one page of HTML. */
public final class OutlookPage {
    private OutlookPage() {}

    public static String html(Outlook outlook) {
        Page page = new Page(outlook.symbol() + " of " + outlook.account())
                .text("h1", "", outlook.symbol() + " of " + outlook.account())
                .text("p", "when", OutlookText.title(outlook))
                .chart(OutlookCharts.demand(outlook))
                .chart(OutlookCharts.stock(outlook));
        OutlookText.facts(outlook).forEach(fact -> page.text("p", "", fact));
        page.beginRows();
        for (ReplenishmentSuggestion suggestion : outlook.suggestions()) {
            page.row(OutlookText.suggestion(suggestion), suggestion.why());
        }
        return page.endRows().html();
    }
}
