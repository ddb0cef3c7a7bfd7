package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index beside a map. Numbers eight apart have one place in eight to share, and run over the end of the table. */
class OrderIndexTest {
    private final OrderPool orders = new OrderPool();
    private final OrderIndex index = new OrderIndex(orders);
    private final Map<Long, Integer> map = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 7", "8, 8"})
    void indexIsAMap(long apart, long first) {
        Random random = new Random(apart + first);
        for (int step = 0; step < 20_000; step++) {
            long number = first + apart * random.nextInt(2_000);
            assertThat(index.find(number)).isEqualTo(map.getOrDefault(number, OrderPool.NONE));
            if (map.containsKey(number)) {
                int slot = map.remove(number);
                index.remove(number, slot);
                orders.release(slot);
            } else {
                int slot = orders.add(number, 1, 1);
                index.put(number, slot);
                map.put(number, slot);
            }
        }
        map.forEach((number, slot) -> assertThat(index.find(number)).isEqualTo(slot));
    }
}
