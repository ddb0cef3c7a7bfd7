package io.stockmate.local.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen of a market whose books' database was stopped; rates are of events that matching published.
 *
 * @param accountingRestarts while Postgres was stopped
 * @param behindMs how far the books were behind the streams when Postgres was back
 * @param catchUpSeconds from Postgres' start until the books held all of before; infinite where they did not in time
 */
public record OutageReport(
        long eventsPerSecond,
        long eventsPerSecondInOutage,
        long transfers,
        long accountingRestarts,
        long behindMs,
        double catchUpSeconds,
        List<String> violations) {
    /** What went wrong with the market and its books, or was not put to the test at all. */
    List<String> unproven(Duration outage) {
        List<String> unproven = new ArrayList<>();
        if (eventsPerSecond == 0 || eventsPerSecondInOutage < eventsPerSecond / 2) {
            unproven.add("matching published " + eventsPerSecondInOutage + " events/s without Postgres, "
                    + eventsPerSecond + " with it");
        }
        if (accountingRestarts == 0 && behindMs < outage.toMillis() / 2) {
            unproven.add("accounting did not feel an outage of " + outage.toSeconds()
                    + " s: it was not restarted, and the books were " + behindMs + " ms behind");
        }
        if (Double.isInfinite(catchUpSeconds)) {
            unproven.add("the books had not caught up when Postgres was killed next");
        }
        if (transfers == 0) {
            unproven.add("the market booked nothing");
        }
        return unproven;
    }

    OutageReport with(List<String> found) {
        return new OutageReport(
                eventsPerSecond,
                eventsPerSecondInOutage,
                transfers,
                accountingRestarts,
                behindMs,
                catchUpSeconds,
                List.copyOf(found));
    }
}
