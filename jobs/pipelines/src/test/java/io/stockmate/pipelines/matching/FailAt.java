package io.stockmate.pipelines.matching;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.MapFunction;

/** Fails once at each of some records, named by their sequence numbers, and otherwise lets all pass. */
final class FailAt implements MapFunction<ArrivedRecord, ArrivedRecord> {
    private static final long serialVersionUID = 1;
    private static final Set<String> TO_COME = ConcurrentHashMap.newKeySet();

    static void records(Set<String> sequenceNumbers) {
        TO_COME.clear();
        TO_COME.addAll(sequenceNumbers);
    }

    static Set<String> toCome() {
        return Set.copyOf(TO_COME);
    }

    @Override
    public ArrivedRecord map(ArrivedRecord record) {
        if (TO_COME.remove(record.cause().sequenceNumber())) {
            throw new IllegalStateException("meant to fail at " + record.cause().sequenceNumber());
        }
        return record;
    }
}
