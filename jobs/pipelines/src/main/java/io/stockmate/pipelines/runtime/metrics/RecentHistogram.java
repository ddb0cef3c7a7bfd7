package io.stockmate.pipelines.runtime.metrics;

import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;

/**
 * A histogram of the most recent values: at least the last {@link #GENERATION} of them and at most twice as many.
 * Values fall into 32 buckets per power of two, so that quantiles are at most 3.2 % above the truth; the maximum is
 * exact. One thread writes, others may read meanwhile. Updating allocates nothing.
 */
public final class RecentHistogram implements Histogram {
    static final int GENERATION = 65_536;

    private volatile Buckets older = new Buckets();
    private volatile Buckets newer = new Buckets();
    private long count;

    /** A value below 0 counts as 0. */
    @Override
    public void update(long value) {
        if (newer.count() == GENERATION) {
            Buckets forgotten = older;
            older = newer;
            forgotten.clear();
            newer = forgotten;
        }
        newer.add(Math.max(0, value));
        count++;
    }

    /** All values ever, not only the recent ones. */
    @Override
    public long getCount() {
        return count;
    }

    @Override
    public HistogramStatistics getStatistics() {
        return newer.statisticsWith(older);
    }
}
