package io.stockmate.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderPoolTest {
    private final OrderPool orders = new OrderPool();

    @Test
    void slotsOfOrdersThatAreGoneAreUsedAgain() {
        List<Integer> slots = slots();
        slots.forEach(orders::release);

        assertThat(slots()).containsExactlyInAnyOrderElementsOf(slots);
    }

    private List<Integer> slots() {
        List<Integer> slots = new ArrayList<>();
        for (int number = 1; number <= 100; number++) {
            slots.add(orders.add(number, 1, 1));
        }
        return slots;
    }
}
