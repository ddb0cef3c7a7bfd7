package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import java.nio.file.Path;

/** What is to be reconciled. Nothing is written while it is read. */
public interface Evidence {
    /** Receives records. */
    @FunctionalInterface
    interface RecordVisitor {
        void record(ArrivedRecord record) throws Exception;
    }

    /** The whole stream {@code commands}, each symbol's records in their order. */
    void commands(RecordVisitor visitor) throws Exception;

    /** The whole stream {@code events}, repeats included, in any order. */
    void events(RecordVisitor visitor) throws Exception;

    /** The lake's root. */
    Path lake();
}
