package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;

/**
 * The orders accepted in a bucket are unusually many, or few, for the symbol.
 *
 * <p>observed: orders; expected: orders that were expected.
 */
final class UnusualOrderRate extends UnusualSeries {
    @Override
    public AlertKind kind() {
        return AlertKind.UNUSUAL_ORDER_RATE;
    }

    @Override
    boolean tells(Bucket bucket) {
        return true;
    }

    @Override
    double value(Bucket bucket) {
        return bucket.orders();
    }

    @Override
    long observed(Bucket bucket) {
        return Amounts.of(bucket.orders());
    }

    @Override
    long expected(Bucket bucket, double value) {
        return Math.max(0, Amounts.units(value));
    }

    @Override
    long stake(Bucket bucket, long observed, long expected) {
        return 0;
    }

    @Override
    void evidence(Bucket bucket, JsonText json) {
        json.integer("volume", bucket.volume());
    }

    @Override
    public String advice(Finding found) {
        return found.observed() > found.expected()
                ? "Look for who sends the orders, " + Amounts.text(found.observed()) + " where "
                        + Amounts.text(found.expected()) + " are usual, and limit the rate if it is one account."
                : "Check whether producers still reach the market: " + Amounts.text(found.observed())
                        + " orders came where " + Amounts.text(found.expected()) + " are usual.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        return "SELECT " + Sql.decimal("COUNT(*)") + " AS observed" + sql.between("execution_report")
                + " AND execType = 'NEW'";
    }
}
