package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ladder beside a sorted map, through windows laid anew, prices that jump, ticks that shrink and far-off prices.
 */
class PriceLadderTest {
    private final TreeMap<Long, Integer> sorted = new TreeMap<>();
    private int levels;

    @ParameterizedTest
    @CsvSource({
        "1, true, 1, 10, 1",
        "2, false, 1, 300, 1",
        "3, true, 100, 300, 1",
        "4, false, 100, 5000, 1",
        "5, true, 25, 40000, 1",
        "6, false, 7, 1000000, 1",
        "7, true, 100, 300, 100",
        "8, false, 50, 5000, 10"
    })
    void ladderIsASortedMap(long seed, boolean bestIsHighest, long tick, int spread, long tickFarOff) {
        Random random = new Random(seed);
        PriceLadder ladder = new PriceLadder(bestIsHighest);
        long middle = 1_000_000 * tick;
        for (int step = 0; step < 60_000; step++) {
            if (random.nextInt(10_000) == 0) {
                middle = middle * (60 + random.nextInt(80)) / 100 / tick * tick;
            }
            long price = price(random, middle, tick, spread, tickFarOff);
            if (sorted.containsKey(price)) {
                assertThat(ladder.find(price)).isEqualTo(sorted.remove(price));
                ladder.remove(price);
            } else {
                assertThat(ladder.find(price)).isEqualTo(LevelPool.NONE);
                sorted.put(price, ++levels);
                ladder.add(price, levels);
            }
            removeSomeFarFromTheBest(ladder, random, spread);
            assertThat(ladder.find(price)).isEqualTo(sorted.getOrDefault(price, LevelPool.NONE));
            if (!sorted.isEmpty()) {
                assertNeighbour(ladder, bestIsHighest, sorted.firstKey());
                assertNeighbour(ladder, bestIsHighest, sorted.lastKey());
                assertNeighbour(
                        ladder,
                        bestIsHighest,
                        sorted.ceilingEntry(Math.min(price, sorted.lastKey())).getKey());
            }
            if (step % 5_000 == 0) {
                assertSame(ladder, bestIsHighest);
            }
        }
        assertSame(ladder, bestIsHighest);
    }

    /** Mostly around the middle, sometimes far off, where the ticks may be smaller. */
    private static long price(Random random, long middle, long tick, int spread, long tickFarOff) {
        int kind = random.nextInt(1_000);
        if (kind < 3) {
            return (1 + random.nextInt(1_000)) * tickFarOff;
        }
        if (kind < 5) {
            return 1_000_000_000_000L - random.nextInt(1_000) * tickFarOff;
        }
        return Math.max(tick, middle + (random.nextInt(2 * spread) - spread) * tick);
    }

    private void removeSomeFarFromTheBest(PriceLadder ladder, Random random, int spread) {
        while (sorted.size() > spread / 2 + 20) {
            List<Long> prices = new ArrayList<>(sorted.keySet());
            long price = prices.get(random.nextInt(prices.size()));
            ladder.remove(price);
            sorted.remove(price);
            if (sorted.size() > 400) {
                for (long more : prices) {
                    if (random.nextBoolean() && sorted.remove(more) != null) {
                        ladder.remove(more);
                    }
                }
            }
        }
    }

    private void assertNeighbour(PriceLadder ladder, boolean bestIsHighest, long price) {
        Map.Entry<Long, Integer> worse = bestIsHighest ? sorted.lowerEntry(price) : sorted.higherEntry(price);
        assertThat(ladder.worse(price)).isEqualTo(worse == null ? LevelPool.NONE : worse.getValue());
    }

    private void assertSame(PriceLadder ladder, boolean bestIsHighest) {
        for (Map.Entry<Long, Integer> level : sorted.entrySet()) {
            assertThat(ladder.find(level.getKey())).isEqualTo(level.getValue());
            assertNeighbour(ladder, bestIsHighest, level.getKey());
        }
    }
}
