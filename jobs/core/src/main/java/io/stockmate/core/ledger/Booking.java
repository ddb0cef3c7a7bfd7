package io.stockmate.core.ledger;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction in the making. */
final class Booking {
    private final Transaction header;
    private final List<Transfer> transfers = new ArrayList<>();

    private Booking(Transaction header) {
        this.header = header;
    }

    /** What an event books, due at once. */
    static Booking of(EventHeader event, TransferReason reason, @Nullable String refId) {
        return of(event, "", reason, refId, null, Absent.NUMBER);
    }

    /**
     * @param suffix tells the transactions of one event apart
     * @param reverses the transaction undone
     * @param valueDate start of a day in epoch milliseconds UTC
     */
    static Booking of(
            EventHeader event,
            String suffix,
            TransferReason reason,
            @Nullable String refId,
            @Nullable String reverses,
            long valueDate) {
        return new Booking(new Transaction(
                id(event.symbol(), event.seq(), suffix),
                event.symbol(),
                event.seq(),
                event.ts(),
                reason,
                refId,
                reverses,
                valueDate,
                List.of()));
    }

    static String id(String symbol, long seq, String suffix) {
        return symbol + "-" + seq + suffix;
    }

    /** Moves an amount; a negative one the other way, and nothing where there is nothing to move. */
    Booking move(String unit, String from, String to, long amount) {
        if (amount > 0) {
            transfers.add(header.transfer(transfers.size() + 1, unit, from, to, amount));
        } else if (amount < 0) {
            transfers.add(header.transfer(transfers.size() + 1, unit, to, from, -amount));
        }
        return this;
    }

    /** Hands the transaction over, where anything was moved. */
    void post(LedgerSink sink) {
        if (!transfers.isEmpty()) {
            sink.transaction(new Transaction(
                    header.id(),
                    header.symbol(),
                    header.seq(),
                    header.ts(),
                    header.reason(),
                    header.refId(),
                    header.reverses(),
                    header.valueDate(),
                    transfers));
        }
    }
}
