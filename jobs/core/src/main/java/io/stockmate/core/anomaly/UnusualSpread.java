package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;

/**
 * The distance of the best ask from the best bid at the end of a bucket is unusual for the symbol. A book with an empty
 * side has none.
 *
 * <p>observed: the spread, 0 where a side is empty; expected: the spread that was expected.
 */
final class UnusualSpread extends UnusualSeries {
    @Override
    public AlertKind kind() {
        return AlertKind.UNUSUAL_SPREAD;
    }

    @Override
    boolean tells(Bucket bucket) {
        return bucket.topSeq() > 0;
    }

    private static boolean hasBothSides(Bucket bucket) {
        return !Absent.is(bucket.bidPx()) && !Absent.is(bucket.askPx()) && bucket.bidPx() < bucket.askPx();
    }

    @Override
    double value(Bucket bucket) {
        return hasBothSides(bucket) ? Amounts.number(bucket.askPx() - bucket.bidPx()) : Double.NaN;
    }

    @Override
    long observed(Bucket bucket) {
        return hasBothSides(bucket) ? bucket.askPx() - bucket.bidPx() : 0;
    }

    @Override
    long expected(Bucket bucket, double value) {
        return Math.max(0, Amounts.units(value));
    }

    @Override
    long stake(Bucket bucket, long observed, long expected) {
        return Amounts.worth(bucket.volume(), Math.abs(observed - expected));
    }

    @Override
    long[] shownBy(Bucket bucket) {
        return new long[] {bucket.topSeq(), bucket.topTs()};
    }

    @Override
    void evidence(Bucket bucket, JsonText json) {
        json.decimal("bidPx", bucket.bidPx());
        json.decimal("askPx", bucket.askPx());
    }

    @Override
    public String advice(Finding found) {
        return "Ask the market makers why the spread is " + Amounts.text(found.observed()) + " instead of "
                + Amounts.text(found.expected()) + ", and warn those who send market orders.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return "SELECT " + Sql.decimal("COALESCE(askPx - bidPx, 0)") + " AS observed"
                + sql.at("top_of_book", found.detail(), found.other());
    }
}
