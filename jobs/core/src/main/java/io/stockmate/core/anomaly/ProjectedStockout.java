package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is available will be gone before the next goods come, or what is available and on order before goods ordered now
 * could come (lead time and review period of the account's policy), at the daily mean of what left in the window's
 * whole days before today. The threshold multiplies that mean. Looked at with each tick; cleared at 110 % of the
 * demand. Cover against lead time as in Silver, Pyke and Thomas, chapter 6.
 *
 * <p>observed: pieces there will be; expected: pieces that will be asked for; score: the share that is covered, in
 * percent.
 */
final class ProjectedStockout extends PolicyRule {
    private static final long DAY_MS = 86_400_000;
    private static final long HYSTERESIS_PERCENT = 110;
    private static final int DAYS_MAX = 32;

    private final Deliveries deliveries;
    private final TreeMap<Long, Long> leftByDay = new TreeMap<>();
    private long countedSinceSeq;
    private long levelSeq;
    private long levelTs;
    private long available;
    private long onOrder;

    ProjectedStockout(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.PROJECTED_STOCKOUT;
    }

    @Override
    void stock(Moment now, StockLevel level) {
        if (!policy.isSet()) {
            return;
        }
        countedSinceSeq = countedSinceSeq == 0 ? policy.seq() : countedSinceSeq;
        levelSeq = now.seq();
        levelTs = now.ts();
        available = level.available();
        onOrder = level.onOrder();
        boolean left = level.reason() == StockReason.ISSUE || level.reason() == StockReason.TRADE;
        if (left && level.delta() < 0) {
            leftByDay.merge(now.ts() / DAY_MS, -level.delta(), Long::sum);
            if (leftByDay.size() > DAYS_MAX) {
                leftByDay.pollFirstEntry();
            }
        }
    }

    @Override
    void tick(Moment now) {
        Threshold rule = now.rule(kind());
        long today = now.ts() / DAY_MS;
        long days = Math.max(1, rule.windowMs() / DAY_MS);
        long left = 0;
        for (long quantity : leftByDay.subMap(today - days, today).values()) {
            left += quantity;
        }
        if (rule.isOff() || levelSeq == 0 || left == 0) {
            latch.clear(now, this);
            return;
        }
        long untilNext = daysUntilNextReceipt(now);
        long horizon = policy.leadTimeDays() + policy.reviewDays();
        boolean beforeNext = untilNext > 0 && available < demand(left, untilNext * rule.value(), days);
        long span = (beforeNext ? untilNext : horizon) * rule.value();
        long supply = beforeNext ? available : available + onOrder;
        long demand = demand(left, span, days);
        if (supply < demand) {
            latch.raise(
                    now,
                    this,
                    Finding.at(
                                    now,
                                    Amounts.of(supply),
                                    Amounts.of(demand),
                                    Amounts.percentOf(Math.max(0, supply), demand),
                                    Amounts.worth(demand - supply, now.lastPx()))
                            .of(now.account())
                            .about(String.valueOf(countedSinceSeq))
                            .since(levelSeq, levelTs)
                            .with(span, beforeNext ? -days : days));
        } else if (supply * 100 >= demand * HYSTERESIS_PERCENT) {
            latch.clear(now, this);
        }
    }

    /** @param span days in units of 10⁻⁴ */
    private static long demand(long left, long span, long days) {
        long divisor = Amounts.of(days);
        return -Math.floorDiv(-Amounts.times(left, span), divisor);
    }

    /** Rounded up; 0 where nothing is due. */
    private long daysUntilNextReceipt(Moment now) {
        long next = Long.MAX_VALUE;
        for (String order : deliveries.orders()) {
            Deliveries.Delivery delivery = deliveries.of(order);
            if (delivery != null && delivery.isOutstanding() && delivery.dueAt > now.ts()) {
                next = Math.min(next, delivery.dueAt);
            }
        }
        return next == Long.MAX_VALUE ? 0 : (next - now.ts() + DAY_MS - 1) / DAY_MS;
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("until", found.other() < 0 ? "NEXT_RECEIPT" : "LEAD_TIME");
        json.decimal("supply", found.observed());
        json.decimal("demand", found.expected());
        json.decimal("days", found.detail());
        json.integer("meanOverDays", Math.abs(found.other()));
    }

    @Override
    public String advice(Finding found) {
        return (found.other() < 0 ? "Expedite what is on order for " : "Order now for ") + found.account() + ": "
                + Amounts.text(found.expected() - found.observed()) + " pieces will be missing within "
                + Amounts.text(found.detail()) + " days.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        long days = Math.abs(found.other());
        long today = found.raisedTs() - Math.floorMod(found.raisedTs(), DAY_MS);
        String left = "(SELECT SUM(-delta) FROM stock_level WHERE " + sql.ofSymbol() + " AND dt >= "
                + Sql.day(today - days * DAY_MS) + " AND dt < " + Sql.day(today) + " AND seq <= " + found.raisedSeq()
                + " AND seq > " + found.ref() + " AND account = " + Sql.quoted(String.valueOf(found.account()))
                + " AND reason IN ('ISSUE', 'TRADE') AND delta < 0)";
        return Sql.row(
                "(SELECT " + (found.other() < 0 ? "available" : "available + onOrder") + sql.atFirst("stock_level")
                        + ")",
                "CEIL(CAST(" + left + " * " + found.detail() + " AS DOUBLE) / " + Amounts.of(days) + ")");
    }

    @Override
    void write(StateOut out) throws IOException {
        super.write(out);
        out.number(countedSinceSeq);
        out.number(levelSeq);
        out.number(levelTs);
        out.number(available);
        out.number(onOrder);
        out.number(leftByDay.size());
        long before = 0;
        for (Map.Entry<Long, Long> entry : leftByDay.entrySet()) {
            out.number(entry.getKey() - before);
            out.number(entry.getValue());
            before = entry.getKey();
        }
    }

    @Override
    void read(StateIn in) throws IOException {
        super.read(in);
        countedSinceSeq = in.number();
        levelSeq = in.number();
        levelTs = in.number();
        available = in.number();
        onOrder = in.number();
        long day = 0;
        for (int count = in.count(); count > 0; count--) {
            day += in.number();
            leftByDay.put(day, in.number());
        }
    }
}
