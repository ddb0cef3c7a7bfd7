package io.stockmate.core.message;

/**
 * Busts a trade, or busts and corrects it: once, while it is correctable. Taken from operators only. Without price and
 * qty it is a bust; where one of them is absent the trade keeps its own.
 *
 * @param price instead of the trade's
 * @param qty instead of the trade's, and no more than that
 */
public record CorrectTrade(String tradeId, String reason, long price, long qty) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("tradeId", tradeId);
        sink.text("reason", reason);
        sink.decimal("price", price);
        sink.integer("qty", qty);
    }

    public static CorrectTrade read(FieldSource source) {
        return new CorrectTrade(
                source.reference("tradeId"),
                source.text("reason"),
                source.optionalDecimal("price"),
                source.optionalInteger("qty"));
    }

    @Override
    public String id() {
        return tradeId;
    }

    @Override
    public CommandType type() {
        return CommandType.CORRECT_TRADE;
    }
}
