package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;

/**
 * The pieces traded in a bucket are unusually many, or few, for the symbol.
 *
 * <p>observed: pieces traded; expected: pieces that were expected.
 */
final class UnusualVolume extends UnusualSeries {
    @Override
    public AlertKind kind() {
        return AlertKind.UNUSUAL_VOLUME;
    }

    @Override
    boolean tells(Bucket bucket) {
        return true;
    }

    @Override
    double value(Bucket bucket) {
        return bucket.volume();
    }

    @Override
    long observed(Bucket bucket) {
        return Amounts.of(bucket.volume());
    }

    @Override
    long expected(Bucket bucket, double value) {
        return Math.max(0, Amounts.units(value));
    }

    @Override
    long stake(Bucket bucket, long observed, long expected) {
        return Amounts.worth(Math.abs(observed - expected) / Amounts.of(1), bucket.closePx());
    }

    @Override
    void evidence(Bucket bucket, JsonText json) {
        json.integer("orders", bucket.orders());
        json.decimal("lastPx", bucket.closePx());
    }

    @Override
    public String advice(Finding found) {
        return found.observed() > found.expected()
                ? "Look for who trades " + Amounts.text(found.observed()) + " pieces where "
                        + Amounts.text(found.expected()) + " are usual, and whether stock lasts."
                : "Check whether buyers and sellers still reach the market: " + Amounts.text(found.observed())
                        + " pieces were traded where " + Amounts.text(found.expected()) + " are usual.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return "SELECT " + Sql.decimal("COALESCE(SUM(qty), 0)") + " AS observed" + sql.between("trade");
    }
}
