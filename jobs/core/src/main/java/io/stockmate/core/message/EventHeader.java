package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * What every event carries.
 *
 * @param seq contiguous from 1 per symbol; 0 for the answer to a command of an unknown symbol
 * @param commandSeq the causing command's place among the symbol's commands, from 1; 0 as above
 * @param execId kept only where it is not {@code SYMBOL-seq}; see {@link #execId()}
 * @param ts book time, epoch milliseconds UTC
 */
public record EventHeader(String symbol, long seq, long commandSeq, @Nullable String execId, long ts)
        implements Described {
    /** @param execId null for {@code SYMBOL-seq} */
    public EventHeader {
        if (execId != null && isDerived(execId, symbol, seq)) {
            execId = null;
        }
    }

    private static boolean isDerived(String execId, String symbol, long seq) {
        int dash = symbol.length();
        return execId.startsWith(symbol)
                && execId.length() > dash
                && execId.charAt(dash) == '-'
                && execId.substring(dash + 1).equals(Long.toString(seq));
    }

    /** {@code SYMBOL-seq}; for the answer to a command of an unknown symbol, that of its record. */
    @Override
    public String execId() {
        return execId == null ? symbol + "-" + seq : execId;
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.integer("seq", seq);
        sink.integer("commandSeq", commandSeq);
        if (execId == null) {
            sink.derivedId("execId", symbol, seq);
        } else {
            sink.text("execId", execId);
        }
        sink.time("ts", ts);
    }

    public static EventHeader read(FieldSource source) {
        return new EventHeader(
                source.reference("symbol"),
                source.integer("seq"),
                source.integer("commandSeq"),
                source.reference("execId"),
                source.time("ts"));
    }
}
