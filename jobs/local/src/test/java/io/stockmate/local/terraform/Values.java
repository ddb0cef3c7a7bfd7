package io.stockmate.local.terraform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has been evaluated, as what it is meant to be; empty where it is something else. */
final class Values {
    private Values() {}

    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new TreeMap<>();
        if (value instanceof Map<?, ?> any) {
            any.forEach((key, each) -> map.put(String.valueOf(key), each));
        }
        return map;
    }

    static List<Object> list(@Nullable Object value) {
        return value instanceof Collection<?> elements ? new ArrayList<>(elements) : List.of();
    }

    static Set<String> texts(@Nullable Object value) {
        Set<String> texts = new TreeSet<>();
        list(value).forEach(text -> texts.add(Functions.text(text)));
        return texts;
    }
}
