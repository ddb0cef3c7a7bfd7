package io.stockmate.core.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every command: its name on the wire, its id's field, and how its body is read. */
public enum CommandType {
    NEW_ORDER("NewOrder", "clOrdId", NewOrder::read),
    REPLACE_ORDER("ReplaceOrder", "clOrdId", ReplaceOrder::read),
    CANCEL_ORDER("CancelOrder", "clOrdId", CancelOrder::read),
    MASS_CANCEL("MassCancel", "clOrdId", MassCancel::read),
    MOVE_STOCK("MoveStock", "moveId", MoveStock::read),
    CONFIRM_PAYMENT("ConfirmPayment", "paymentId", ConfirmPayment::read),
    DEFINE_INSTRUMENT("DefineInstrument", null, DefineInstrument::read),
    SET_STOCK_POLICY("SetStockPolicy", null, SetStockPolicy::read),
    SET_ALERT_RULE("SetAlertRule", "ruleId", SetAlertRule::read),
    SET_TRADING_STATUS("SetTradingStatus", null, SetTradingStatus::read),
    CALENDAR_EVENT("CalendarEvent", null, CalendarEvent::read),
    CORRECT_TRADE("CorrectTrade", "tradeId", CorrectTrade::read),
    TICK("Tick", null, Tick::read);

    private static final Map<String, CommandType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CommandType::wireName, type -> type));

    private final String wireName;
    private final @Nullable String idField;
    private final Function<FieldSource, CommandBody> read;

    CommandType(String wireName, @Nullable String idField, Function<FieldSource, CommandBody> read) {
        this.wireName = wireName;
        this.idField = idField;
        this.read = read;
    }

    /** The value of {@code type} in JSON. */
    public String wireName() {
        return wireName;
    }

    /** The field that holds the producer's id, or null. */
    public @Nullable String idField() {
        return idField;
    }

    public CommandBody read(FieldSource source) {
        return read.apply(source);
    }

    /** Null for a name that is no command. */
    public static @Nullable CommandType ofWireName(String name) {
        return BY_WIRE_NAME.get(name);
    }
}
