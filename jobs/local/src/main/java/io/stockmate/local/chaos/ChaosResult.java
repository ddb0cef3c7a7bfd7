package io.stockmate.local.chaos;

import io.stockmate.pipelines.reconcile.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a seed.
 *
 * @param plan what was to happen
 * @param trades booked, with their events, in Postgres too
 * @param notices alerts and suggestions
 * @param made how often each fault was made, by its title
 * @param endpointFaults requests and files that failed on purpose, as far as lives told before they were killed
 * @param recoveriesMs from each kill to the first event that had not been published before
 */
public record ChaosResult(
        long seed,
        ChaosPlan plan,
        long orders,
        long events,
        long repeats,
        long trades,
        long notices,
        long forecasts,
        Map<String, Integer> made,
        long endpointFaults,
        List<Long> recoveriesMs,
        long nanos,
        List<Violation> violations) {
    private static final double NANOS = 1e9;

    /** One line. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "seed=%d violations=%d orders=%d events=%d repeats=%d trades=%d notices=%d forecasts=%d faults=%s"
                        + " failed_on_purpose=%d recoveries_ms=%s seconds=%.1f",
                seed,
                violations.size(),
                orders,
                events,
                repeats,
                trades,
                notices,
                forecasts,
                made.toString().replace(" ", ""),
                endpointFaults,
                recoveriesMs.toString().replace(" ", ""),
                nanos / NANOS);
    }
}
