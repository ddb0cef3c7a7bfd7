package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.jdbc.LedgerReader.TransferVisitor;
import io.stockmate.connectors.projection.ViewReader.RowVisitor;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.ledger.LedgerSettings;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is to be reconciled. Nothing of it changes while it is read. */
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

    /** How the market's books were kept, and what of them is there. */
    Books books() throws Exception;

    /**
     * How books were kept.
     *
     * @param database null where there is none
     * @param notCompared what cannot be compared, and why; among it 12, which judges the events booked anew, where 11 cannot
     *     be, and 13 to 15 where there is no database
     */
    record Books(LedgerSettings settings, @Nullable Database database, SortedMap<Invariant, String> notCompared) {
        public Books {
            notCompared = new TreeMap<>(notCompared);
            String unbooked = notCompared.get(Invariant.BOOKS_FOLLOW_THE_EVENTS);
            if (unbooked != null) {
                notCompared.putIfAbsent(Invariant.TRADES_ARE_BOOKED, unbooked);
            }
            if (database == null) {
                for (Invariant invariant : Invariant.OF_THE_DATABASE) {
                    notCompared.putIfAbsent(invariant, "there is no database");
                }
            }
        }

        /** Whether there is what an invariant is about. */
        boolean tell(Invariant invariant) {
            return !notCompared.containsKey(invariant);
        }
    }

    /** The books in a database, the read models, and the outbox. */
    interface Database {
        /** Hands out every transfer, in any order. */
        void transfers(TransferVisitor visitor) throws Exception;

        /** Hands out every row of the read models and the outbox, in any order. */
        void rows(RowVisitor visitor) throws Exception;
    }
}
