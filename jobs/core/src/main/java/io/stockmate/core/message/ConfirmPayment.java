package io.stockmate.core.message;

/**
 * What a payment provider says of the payment of an order.
 */
public record ConfirmPayment(String paymentId, String orderId, long amount, PaymentStatus status)
        implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("paymentId", paymentId);
        sink.text("orderId", orderId);
        sink.decimal("amount", amount);
        sink.code("status", status);
    }

    public static ConfirmPayment read(FieldSource source) {
        return new ConfirmPayment(
                source.id("paymentId"),
                source.reference("orderId"),
                source.decimal("amount"),
                source.code("status", PaymentStatus.class));
    }

    @Override
    public String id() {
        return paymentId;
    }

    @Override
    public CommandType type() {
        return CommandType.CONFIRM_PAYMENT;
    }
}
