package io.stockmate.pipelines.runtime.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** One counter per value of an enum, all of one name and told apart by a label. All are registered from the start. */
final class LabelledCounter<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    LabelledCounter(MetricGroup group, String name, String label, Class<E> values, Function<E, String> labelOf) {
        counters = new EnumMap<>(values);
        for (E value : values.getEnumConstants()) {
            counters.put(value, group.addGroup(label, labelOf.apply(value)).counter(name));
        }
    }

    void count(E value) {
        Counter counter = counters.get(value);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + value);
        }
        counter.inc();
    }
}
