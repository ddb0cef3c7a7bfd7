package io.stockmate.local.explain;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.local.picture.Point;
import java.util.ArrayList;
import java.util.List;

/** The values around an alert: the last before it and the first after it. Is fed with its symbol's events in order. */
final class Series {
    private static final int BEFORE_MAX = 120;
    private static final int AFTER_MAX = 30;
    private static final long BUCKET_MS_MIN = 60_000;

    private final Alert alert;
    private final SeriesKind kind;
    private final long bucketMs;
    private final List<Point> points = new ArrayList<>();
    private int after;

    /** @param detectedMs book time of one value that a detector sees */
    Series(Alert alert, long detectedMs) {
        this.alert = alert;
        this.kind = SeriesKind.of(alert.kind());
        this.bucketMs = alert.kind().unit() == AlertKind.Unit.SCORE
                ? detectedMs
                : Math.max(BUCKET_MS_MIN, alert.kind().windowSec() * 1_000);
    }

    SeriesKind kind() {
        return kind;
    }

    /** In order of time. */
    List<Point> points() {
        return points;
    }

    /** Whether nothing more is taken. */
    boolean isFull() {
        return after >= AFTER_MAX;
    }

    void observe(Event event) {
        long value = value(event);
        if (isFull() || Absent.is(value)) {
            return;
        }
        add(event.header().ts(), value);
        if (event.seq() > alert.lastSeq()) {
            after++;
        }
    }

    private void add(long ts, long value) {
        if (kind.isSummed()) {
            long start = ts - Math.floorMod(ts, bucketMs);
            Point last = points.isEmpty() ? null : points.get(points.size() - 1);
            if (last != null && last.ts() == start) {
                points.set(points.size() - 1, new Point(start, last.value() + value));
                return;
            }
            points.add(new Point(start, value));
        } else {
            points.add(new Point(ts, value));
        }
        if (after == 0 && points.size() > BEFORE_MAX) {
            points.remove(0);
        }
    }

    /** What an event says of the series; {@link Absent#NUMBER} where it says nothing. */
    private long value(Event event) {
        if (event.body() instanceof Trade trade) {
            return kind == SeriesKind.PRICE
                    ? trade.price()
                    : kind == SeriesKind.QUANTITY ? trade.qty() * Decimal.ONE : Absent.NUMBER;
        } else if (event.body() instanceof ExecutionReport && kind == SeriesKind.MESSAGES) {
            return Decimal.ONE;
        } else if (event.body() instanceof TopOfBook top && kind == SeriesKind.SPREAD) {
            return Absent.is(top.bidPx()) || Absent.is(top.askPx()) ? Absent.NUMBER : top.askPx() - top.bidPx();
        } else if (event.body() instanceof StockLevel level
                && (alert.account() == null || alert.account().equals(level.account()))) {
            return switch (kind) {
                case AVAILABLE -> level.available() * Decimal.ONE;
                case ON_HAND -> level.onHand() * Decimal.ONE;
                case ON_ORDER -> level.onOrder() * Decimal.ONE;
                case PRICE, QUANTITY, MESSAGES, SPREAD -> Absent.NUMBER;
            };
        }
        return Absent.NUMBER;
    }
}
