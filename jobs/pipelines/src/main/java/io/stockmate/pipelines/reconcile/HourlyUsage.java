package io.stockmate.pipelines.reconcile;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A symbol's usage, counted without the code that keeps the books: orders that entered the book, and of each trade its
 * two sides. The hour that the newest event of the books lies in is still open, and nothing is told of it.
 */
final class HourlyUsage {
    private final List<UsageRecord> told = new ArrayList<>();
    private final Map<String, Map<UsageMeter, Long>> open = new TreeMap<>();
    private Instant openHour = Instant.MIN;

    /** Those of hours that are over. */
    List<UsageRecord> told() {
        return told;
    }

    /** The next event of the symbol. */
    void accept(Event event) {
        EventBody body = event.body();
        boolean entered = body instanceof ExecutionReport report && report.execType() == ExecType.NEW;
        boolean isOfTheBooks = entered
                || body instanceof Trade
                || body instanceof TradeCorrected
                || body instanceof StockLevel
                || body instanceof Accepted;
        if (!isOfTheBooks) {
            return;
        }
        Instant hour = Instant.ofEpochMilli(event.header().ts()).truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(openHour)) {
            end(event);
            openHour = hour;
        }
        if (body instanceof ExecutionReport report) {
            count(report.account(), UsageMeter.ORDERS, 1);
        } else if (body instanceof Trade trade) {
            for (String account : List.of(trade.buyer(), trade.seller())) {
                count(account, UsageMeter.TRADES, 1);
                count(account, UsageMeter.VOLUME, trade.qty());
            }
        }
    }

    private void count(String account, UsageMeter meter, long more) {
        open.computeIfAbsent(account, none -> new TreeMap<>()).merge(meter, more, Math::addExact);
    }

    private void end(Event event) {
        open.forEach(
                (account, counts) -> counts.forEach((meter, value) -> told.add(record(event, account, meter, value))));
        open.clear();
    }

    private UsageRecord record(Event event, String account, UsageMeter meter, long value) {
        OffsetDateTime hour = openHour.atOffset(ZoneOffset.UTC);
        String digits = String.format(
                Locale.ROOT,
                "%04d%02d%02d%02d",
                hour.getYear(),
                hour.getMonthValue(),
                hour.getDayOfMonth(),
                hour.getHour());
        return new UsageRecord(
                event.symbol(),
                event.seq(),
                event.header().ts(),
                meter + "/" + account + "/" + event.symbol() + "/" + digits,
                account,
                meter,
                openHour.toEpochMilli(),
                value);
    }
}
