package io.stockmate.pipelines.whatif;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.view.Outcome;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Counts a symbol's events. */
final class Counter {
    private final Map<String, Long> onHand = new HashMap<>();
    private long trades;
    private long volume;
    private BigInteger turnover = BigInteger.ZERO;
    private long stockOuts;
    private BigInteger unmet = BigInteger.ZERO;
    private long rejected;

    void take(Event event) {
        if (Outcome.of(event.body()) == Outcome.REJECTED) {
            rejected++;
        }
        if (event.body() instanceof Trade trade) {
            trades++;
            traded(trade.price(), trade.qty());
        } else if (event.body() instanceof TradeCorrected corrected) {
            trades -= corrected.newQty() == 0 ? 1 : 0;
            traded(corrected.oldPrice(), -corrected.oldQty());
            traded(corrected.newPrice(), corrected.newQty());
        } else if (event.body() instanceof StockLevel level) {
            Long before = onHand.put(level.account(), level.onHand());
            stockOuts += before != null && before > 0 && level.onHand() <= 0 ? 1 : 0;
        } else if (event.body() instanceof ExecutionReport report && report.category() == Category.no_match_buy) {
            unmet = unmet.add(BigInteger.valueOf(report.orderQty() - report.cumQty()));
        }
    }

    private void traded(long price, long qty) {
        volume += qty;
        turnover = turnover.add(BigInteger.valueOf(price).multiply(BigInteger.valueOf(qty)));
    }

    Tally tally() {
        return new Tally(trades, volume, turnover, stockOuts, unmet, rejected);
    }
}
