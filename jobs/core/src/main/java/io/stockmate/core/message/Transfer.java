package io.stockmate.core.message;

import org.jspecify.annotations.Nullable;

/**
 * An amount of one unit that went from one account of the books to another. Transfers with one {@code transactionId}
 * belong together: they agree in everything but unit, accounts and amount.
 *
 * @param seq of the event that is booked
 * @param ts its book time, epoch milliseconds UTC
 * @param transactionId {@code SYMBOL-seq}, with a suffix where one event books more than one transaction: {@code -R}
 *     for a reversal, {@code -C} for the corrected trade, {@code -Sn} for the n-th settlement
 * @param transferId {@code transactionId-n}, n from 1
 * @param unit a currency, or {@code #SYMBOL} for goods
 * @param fromAccount {@code ACCOUNT/purpose}, or {@code :purpose} for the house's own
 * @param amount above 0, in minor units: 10⁻⁴ of a currency, pieces of goods
 * @param refId the trade, the payment, or what a movement of stock refers to
 * @param reverses the transaction whose transfers these undo, each with its accounts changed over
 * @param valueDate the day on which the money is due, its start in epoch milliseconds UTC; absent where it is at once
 */
public record Transfer(
        String symbol,
        long seq,
        long ts,
        String transactionId,
        String transferId,
        String unit,
        String fromAccount,
        String toAccount,
        long amount,
        TransferReason reason,
        @Nullable String refId,
        @Nullable String reverses,
        long valueDate)
        implements AccountingRecord {
    /** The value of {@code type} in JSON. */
    public static final String WIRE_NAME = "Transfer";

    @Override
    public String wireName() {
        return WIRE_NAME;
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.text("transactionId", transactionId);
        sink.text("transferId", transferId);
        sink.text("unit", unit);
        sink.text("fromAccount", fromAccount);
        sink.text("toAccount", toAccount);
        sink.integer("amount", amount);
        sink.code("reason", reason);
        sink.text("refId", refId);
        sink.text("reverses", reverses);
        sink.time("valueDate", valueDate);
    }

    public static Transfer read(FieldSource source) {
        return new Transfer(
                source.reference("symbol"),
                source.integer("seq"),
                source.time("ts"),
                source.reference("transactionId"),
                source.reference("transferId"),
                source.text("unit"),
                source.text("fromAccount"),
                source.text("toAccount"),
                source.integer("amount"),
                source.code("reason", TransferReason.class),
                source.optionalReference("refId"),
                source.optionalReference("reverses"),
                source.optionalTime("valueDate"));
    }
}
