package io.stockmate.local.scoreboard;

/**
 * How the streams' time and real time hang together during a run.
 *
 * @param startedAt when the run started on the streams' clock, epoch milliseconds: what arrives from then on is of it
 * @param realStartedAt the same moment in real time
 * @param speed how many times as fast the streams' clock runs
 */
public record RunClock(long startedAt, long realStartedAt, long speed) {
    /** One that is real time. */
    static RunClock real(long startedAt) {
        return new RunClock(startedAt, startedAt, 1);
    }

    boolean isOfThisRun(long arrivedAt) {
        return arrivedAt >= startedAt;
    }

    /** The real time of an arrival in this run. */
    long realTimeOf(long arrivedAt) {
        return realStartedAt + (arrivedAt - startedAt) / speed;
    }
}
