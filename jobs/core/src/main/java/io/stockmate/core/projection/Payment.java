package io.stockmate.core.projection;

import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.PaymentStatus;

/**
 * What a payment provider said of the payment of an order; one row per symbol, account and payment. An order may have
 * several: one that failed, and another that was captured later.
 *
 * @param account in whose name the provider confirmed it
 */
public record Payment(
        String symbol,
        String account,
        String paymentId,
        long seq,
        long ts,
        String orderId,
        long amount,
        PaymentStatus status)
        implements LatestRow {
    /** The row that an accepted confirmation makes. */
    public static Payment of(EventHeader header, String account, ConfirmPayment confirmed) {
        return new Payment(
                header.symbol(),
                account,
                confirmed.paymentId(),
                header.seq(),
                header.ts(),
                confirmed.orderId(),
                confirmed.amount(),
                confirmed.status());
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.text("account", account);
        sink.text("paymentId", paymentId);
        sink.integer("seq", seq);
        sink.time("ts", ts);
        sink.text("orderId", orderId);
        sink.decimal("amount", amount);
        sink.code("status", status);
    }

    public static Payment read(FieldSource source) {
        return new Payment(
                source.reference("symbol"),
                source.text("account"),
                source.id("paymentId"),
                source.integer("seq"),
                source.time("ts"),
                source.reference("orderId"),
                source.decimal("amount"),
                source.code("status", PaymentStatus.class));
    }
}
