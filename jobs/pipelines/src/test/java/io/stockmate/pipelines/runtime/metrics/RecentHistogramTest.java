package io.stockmate.pipelines.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.flink.metrics.HistogramStatistics;
import org.junit.jupiter.api.Test;

final class RecentHistogramTest {
    private final RecentHistogram histogram = new RecentHistogram();

    @Test
    void isZeroWithoutValues() {
        HistogramStatistics statistics = histogram.getStatistics();

        assertThat(statistics.getQuantile(0.99)).isZero();
        assertThat(statistics.getMin()).isZero();
        assertThat(statistics.getMax()).isZero();
        assertThat(statistics.getMean()).isZero();
        assertThat(statistics.getStdDev()).isZero();
        assertThat(statistics.size()).isZero();
    }

    @Test
    void quantilesAreAtMostABucketAboveTheTruth() {
        for (long value = 1; value <= 10_000; value++) {
            histogram.update(value * 1_000);
        }

        HistogramStatistics statistics = histogram.getStatistics();
        assertThat(statistics.getQuantile(0.5)).isBetween(5_000_000.0, 5_000_000 * 1.032);
        assertThat(statistics.getQuantile(0.99)).isBetween(9_900_000.0, 10_000_000.0);
        assertThat(statistics.getQuantile(1)).isEqualTo(10_000_000);
        assertThat(statistics.getMax()).isEqualTo(10_000_000);
        assertThat(statistics.getMin()).isBetween(1_000L, 1_032L);
        assertThat(statistics.getMean()).isBetween(5_000_500.0, 5_000_500 * 1.032);
        assertThat(statistics.getStdDev()).isCloseTo(2_886_896, within(60_000.0));
        assertThat(statistics.size()).isEqualTo(10_000);
    }

    @Test
    void forgetsWhatIsTwoGenerationsOld() {
        histogram.update(1_000_000);
        for (int i = 0; i < 2 * RecentHistogram.GENERATION; i++) {
            histogram.update(10);
        }

        assertThat(histogram.getStatistics().getMax()).isEqualTo(10);
        assertThat(histogram.getStatistics().size()).isEqualTo(RecentHistogram.GENERATION + 1);
        assertThat(histogram.getCount()).isEqualTo(RecentHistogram.GENERATION * 2L + 1);
    }

    @Test
    void remembersTheLastGeneration() {
        histogram.update(1_000_000);
        for (int i = 1; i < RecentHistogram.GENERATION; i++) {
            histogram.update(10);
        }
        histogram.update(10);

        assertThat(histogram.getStatistics().getMax()).isEqualTo(1_000_000);
    }

    @Test
    void aNegativeValueCountsAsZero() {
        histogram.update(-5);

        assertThat(histogram.getStatistics().getMax()).isZero();
        assertThat(histogram.getStatistics().size()).isOne();
    }

    @Property
    void everyValueLiesInItsBucket(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long value) {
        int bucket = Buckets.bucketOf(value);

        assertThat(value).isLessThanOrEqualTo(Buckets.topOf(bucket));
        if (bucket > 0) {
            assertThat(value).isGreaterThan(Buckets.topOf(bucket - 1));
        }
        assertThat(Buckets.topOf(bucket) - value).isLessThanOrEqualTo(value / 32);
    }
}
