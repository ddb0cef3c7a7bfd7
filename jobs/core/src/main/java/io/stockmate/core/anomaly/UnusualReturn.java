package io.stockmate.core.anomaly;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;

/**
 * The change of the price over a bucket is unusual for the symbol, by its logarithm in percent. A bucket without a
 * trade has none.
 *
 * <p>observed: the bucket's last price; expected: the price before, moved by what was expected.
 */
final class UnusualReturn extends UnusualSeries {
    @Override
    public AlertKind kind() {
        return AlertKind.UNUSUAL_RETURN;
    }

    @Override
    boolean tells(Bucket bucket) {
        return !Absent.is(bucket.openPx());
    }

    @Override
    double value(Bucket bucket) {
        return bucket.traded() ? 100 * StrictMath.log((double) bucket.closePx() / bucket.openPx()) : Double.NaN;
    }

    @Override
    long observed(Bucket bucket) {
        return bucket.closePx();
    }

    @Override
    long expected(Bucket bucket, double value) {
        return Double.isNaN(value) ? bucket.openPx() : Amounts.rounded(bucket.openPx() * StrictMath.exp(value / 100));
    }

    @Override
    long stake(Bucket bucket, long observed, long expected) {
        return Amounts.worth(bucket.volume(), observed);
    }

    @Override
    long[] shownBy(Bucket bucket) {
        return new long[] {bucket.closeSeq(), bucket.closeTs()};
    }

    @Override
    void evidence(Bucket bucket, JsonText json) {
        json.decimal("from", bucket.openPx());
        json.decimal("to", bucket.closePx());
        json.integer("volume", bucket.volume());
    }

    @Override
    public String advice(Finding found) {
        return "Look for news, and for a large order, that took the price to " + Amounts.text(found.observed())
                + " where " + Amounts.text(found.expected()) + " was expected.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return "SELECT " + Sql.decimal("price") + " AS observed" + sql.at("trade", found.detail(), found.other());
    }
}
