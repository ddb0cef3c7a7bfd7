package io.stockmate.benchmarks.lobster;

import java.util.List;

/**
 * How a day's rows compare with what came out of the market.
 *
 * @param equal rows whose levels are the file's as they are
 * @param adopted rows whose levels are the file's after a level came into view
 * @param contradictory all other rows
 * @param headOfQueue trades that hit the resting order which the file names
 * @param trades trades in orders that are known by the file's id; anonymous quantity has none
 * @param findings the first contradictions, for people
 */
public record LobsterReport(
        long equal, long adopted, long contradictory, long headOfQueue, long trades, List<String> findings) {
    private static final long PERCENT_MIN = 99;

    /** Contradictory rows, and the trades that missed the head of the file's queue where they are more than 1 %. */
    public long violations() {
        boolean mostHit = headOfQueue * 100 >= trades * PERCENT_MIN;
        return contradictory + (mostHit ? 0 : trades - headOfQueue);
    }

    public boolean holds() {
        return violations() == 0;
    }
}
