package io.stockmate.core.message;

/**
 * What every event carries.
 *
 * @param seq contiguous from 1 per symbol; 0 for the answer to a command of an unknown symbol
 * @param commandSeq the causing command's place among the symbol's commands, from 1; 0 as above
 * @param execId {@code SYMBOL-seq}
 * @param ts book time, epoch milliseconds UTC
 */
public record EventHeader(String symbol, long seq, long commandSeq, String execId, long ts) implements Described {
    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.integer("seq", seq);
        sink.integer("commandSeq", commandSeq);
        sink.text("execId", execId);
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
