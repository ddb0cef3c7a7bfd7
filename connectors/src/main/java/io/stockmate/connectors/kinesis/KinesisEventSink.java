package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.EventSinkSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.Event;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Makes sinks that write events, keyed by symbol. At-least-once: consumers drop the {@code seq} that they have seen.
 */
public final class KinesisEventSink {
    private KinesisEventSink() {}

    /**
     * A sink; the job gives it uid and name.
     *
     * @param group {@link EventSinkSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static Sink<Event> of(PropertyGroup group) {
        return SymbolStreamSink.of(EventSinkSettings.of(group), new EventSerialization(), Event::symbol);
    }
}
