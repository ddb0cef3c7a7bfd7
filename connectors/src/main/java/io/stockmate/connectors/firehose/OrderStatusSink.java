package io.stockmate.connectors.firehose;

import io.stockmate.connectors.config.FirehoseSinkSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.Event;
import org.apache.flink.api.connector.sink2.Sink;

/** Makes sinks that deliver order statuses as lines of JSON. At-least-once and in no order: {@code seq} tells it. */
public final class OrderStatusSink {
    private OrderStatusSink() {}

    /**
     * A sink; the job gives it uid and name, and only events that {@link #takes} says yes to.
     *
     * @param group {@link FirehoseSinkSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static Sink<Event> of(PropertyGroup group) {
        return Delivery.sink(group, new StatusLine());
    }

    /** Whether the event tells a producer what became of a command: a report, a cancel's or a command's rejection. */
    public static boolean takes(Event event) {
        return switch (event.body().type()) {
            case EXECUTION_REPORT, ORDER_CANCEL_REJECT, BUSINESS_REJECT -> true;
            case TRADE, TRADE_CORRECTED, STOCK_LEVEL, TOP_OF_BOOK, ACCEPTED -> false;
        };
    }
}
