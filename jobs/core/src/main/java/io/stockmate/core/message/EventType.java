package io.stockmate.core.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every event: its name on the wire and how its body is read. */
public enum EventType {
    EXECUTION_REPORT("ExecutionReport", ExecutionReport::read),
    ORDER_CANCEL_REJECT("OrderCancelReject", OrderCancelReject::read),
    TRADE("Trade", Trade::read),
    TRADE_CORRECTED("TradeCorrected", TradeCorrected::read),
    STOCK_LEVEL("StockLevel", StockLevel::read),
    TOP_OF_BOOK("TopOfBook", TopOfBook::read),
    ACCEPTED("Accepted", Accepted::read),
    BUSINESS_REJECT("BusinessReject", BusinessReject::read);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, type -> type));

    private final String wireName;
    private final Function<FieldSource, EventBody> read;

    EventType(String wireName, Function<FieldSource, EventBody> read) {
        this.wireName = wireName;
        this.read = read;
    }

    /** The value of {@code type} in JSON. */
    public String wireName() {
        return wireName;
    }

    public EventBody read(FieldSource source) {
        return read.apply(source);
    }

    /** Null for a name that is no event. */
    public static @Nullable EventType ofWireName(String name) {
        return BY_WIRE_NAME.get(name);
    }
}
