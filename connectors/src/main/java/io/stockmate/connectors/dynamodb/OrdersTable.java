package io.stockmate.connectors.dynamodb;

import io.stockmate.connectors.config.BatchSettings;
import io.stockmate.connectors.config.OrdersTableSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.Event;
import io.stockmate.core.projection.OrderStatus;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A sink that keeps {@link OrderStatus} in a DynamoDB table, at least once. Every write is conditional on {@code seq},
 * so an older state never takes the place of a newer one, whatever order the service sees them in.
 *
 * <p>The sink of flink-connector-dynamodb cannot do that: it writes by BatchWriteItem, which DynamoDB gives no
 * conditions. This one stands on the same base, and writes by PutItem.
 */
public final class OrdersTable<T> extends AsyncSinkBase<T, OrderPut> {
    private static final long serialVersionUID = 1;

    /** The limit of DynamoDB. */
    private static final long ITEM_BYTES_MAX = 400L * 1_024;

    private final OrdersTableSettings settings;

    OrdersTable(OrdersTableSettings settings, ElementConverter<T, OrderPut> converter) {
        super(
                converter,
                settings.batch().recordsPerRequestMax(),
                settings.batch().requestsInFlightMax(),
                settings.batch().recordsBufferedMax(),
                settings.batch().bytesPerRequestMax(),
                settings.batch().waitMaxMillis(),
                Math.min(ITEM_BYTES_MAX, settings.batch().bytesPerRequestMax()));
        this.settings = settings;
    }

    /**
     * A sink; the job gives it uid and name, and only events that {@link #takes} says yes to.
     *
     * @param group {@link OrdersTableSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static OrdersTable<Event> of(PropertyGroup group) {
        return new OrdersTable<>(
                OrdersTableSettings.of(group),
                (event, context) -> OrderPut.of(Objects.requireNonNull(OrderStatus.of(event), "an order's event")));
    }

    /** Whether an event changes the row of an order. */
    public static boolean takes(Event event) {
        return OrderStatus.of(event) != null;
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<OrderPut>> createWriter(InitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<OrderPut>> restoreWriter(
            InitContext context, Collection<BufferedRequestState<OrderPut>> buffered) {
        return new OrdersWriter<>(this, context, buffered);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<OrderPut>> getWriterStateSerializer() {
        return new OrderPutSerializer();
    }

    ElementConverter<T, OrderPut> converter() {
        return getElementConverter();
    }

    BatchSettings batch() {
        return settings.batch();
    }

    long itemBytesMax() {
        return getMaxRecordSizeInBytes();
    }

    OrdersTableSettings settings() {
        return settings;
    }
}
