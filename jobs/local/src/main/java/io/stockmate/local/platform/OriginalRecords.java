package io.stockmate.local.platform;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.Recorded;
import io.stockmate.core.message.Cause;
import io.stockmate.pipelines.reconcile.Evidence;
import java.util.HashSet;
import java.util.Set;

/** Of a clone's stream the records that were mirrored, each once, and what was not mirrored as it is. */
final class OriginalRecords implements Evidence.RecordVisitor {
    private final Evidence.RecordVisitor visitor;
    private final Set<Cause> seen = new HashSet<>();

    OriginalRecords(Evidence.RecordVisitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void record(ArrivedRecord record) throws Exception {
        ArrivedRecord original = Recorded.restore(record).orElse(record);
        if (seen.add(original.cause())) {
            visitor.record(original);
        }
    }
}
