package io.stockmate.core.message;

/**
 * FIX SecurityStatus (f). Taken from operators only.
 */
public record SetTradingStatus(TradingStatus status, String reason) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.code("status", status);
        sink.text("reason", reason);
    }

    public static SetTradingStatus read(FieldSource source) {
        return new SetTradingStatus(source.code("status", TradingStatus.class), source.text("reason"));
    }

    @Override
    public CommandType type() {
        return CommandType.SET_TRADING_STATUS;
    }
}
