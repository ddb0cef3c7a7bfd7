package io.stockmate.emulators;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list sorted by key.
 *
 * @param nextKey the last entry's when more follow, else null: the next page begins after it
 */
record Page<T>(List<T> entries, @Nullable String nextKey) {

    /**
     * The first {@code limit} entries whose key is greater than {@code after}; from the beginning when that is null.
     */
    static <T> Page<T> of(List<T> all, Function<T, String> key, @Nullable String after, int limit) {
        List<T> rest = after == null
                ? all
                : all.stream()
                        .filter(entry -> key.apply(entry).compareTo(after) > 0)
                        .toList();
        if (rest.size() <= limit) {
            return new Page<>(rest, null);
        }
        return new Page<>(rest.subList(0, limit), key.apply(rest.get(limit - 1)));
    }

    boolean hasMore() {
        return nextKey != null;
    }
}
