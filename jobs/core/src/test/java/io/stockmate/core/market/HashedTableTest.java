package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashedTableTest {
    private final HashedTable<String> table = new HashedTable<>();

    @Test
    void valuesOfOneHashAreAllFoundAndToldApartByTheCaller() {
        table.put(HashedTable.NONE, 7, "one");
        table.put(HashedTable.NONE, 7, "other");
        table.put(HashedTable.NONE, 8, "stranger");

        assertThat(of(7)).containsExactlyInAnyOrder("one", "other");
        assertThat(of(8)).containsExactly("stranger");
        assertThat(of(9)).isEmpty();
        assertThat(table.size()).isEqualTo(3);
    }

    @Test
    void valuePutInThePlaceOfAnotherReplacesIt() {
        table.put(HashedTable.NONE, 7, "one");

        table.put(table.first(7), 7, "instead");

        assertThat(of(7)).containsExactly("instead");
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void placeWithoutAValueIsRefused() {
        assertThatThrownBy(() -> table.at(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is at place 3");
    }

    @Test
    void clearedTableIsEmptyAndTakesValuesAgain() {
        for (int hash = 0; hash < 100; hash++) {
            table.put(HashedTable.NONE, hash, "before");
        }

        table.clear();
        assertThat(table.size()).isZero();
        assertThat(of(1)).isEmpty();

        table.put(HashedTable.NONE, 1, "after");
        assertThat(all()).containsExactly("after");
    }

    @Test
    void removedOfSeveralOfOneHashLeavesTheOthers() {
        for (String value : List.of("one", "other", "third")) {
            table.put(HashedTable.NONE, 7, value);
        }
        table.put(HashedTable.NONE, 15, "stranger");

        table.removeAt(place(7, "other"));

        assertThat(of(7)).containsExactlyInAnyOrder("one", "third");
        assertThat(of(15)).containsExactly("stranger");
    }

    @Test
    void manyPutsAndRemovalsLeaveWhatAMapOfListsWouldHold() {
        Random random = new Random(11);
        Map<Long, List<String>> map = new HashMap<>();
        for (int step = 0; step < 200_000; step++) {
            // More comes at first, and less at last: the table grows and shrinks.
            long hash = random.nextInt(3_000);
            List<String> values = map.computeIfAbsent(hash, missing -> new ArrayList<>());
            assertThat(of(hash)).containsExactlyInAnyOrderElementsOf(values);
            if (random.nextInt(200_000) > step) {
                boolean replaces = !values.isEmpty() && random.nextBoolean();
                table.put(replaces ? place(hash, values.remove(0)) : HashedTable.NONE, hash, "v" + step);
                values.add("v" + step);
            } else if (!values.isEmpty()) {
                table.removeAt(place(hash, values.remove(random.nextInt(values.size()))));
            }
        }

        List<String> left = map.values().stream().flatMap(List::stream).toList();
        assertThat(table.size()).isEqualTo(left.size());
        assertThat(all()).containsExactlyInAnyOrderElementsOf(left);
    }

    private int place(long hash, String value) {
        int place = table.first(hash);
        while (!table.at(place).equals(value)) {
            place = table.next(place, hash);
        }
        return place;
    }

    private List<String> of(long hash) {
        List<String> found = new ArrayList<>();
        for (int place = table.first(hash); place != HashedTable.NONE; place = table.next(place, hash)) {
            found.add(table.at(place));
        }
        return found;
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        table.forEach(all::add);
        return all;
    }
}
