package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.EventSinkSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.Notice;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Makes sinks that write alerts and suggestions, keyed by symbol. At-least-once: consumers drop the {@code alertId} and
 * {@code state}, or the {@code suggestionId}, that they have seen.
 */
public final class KinesisAlertSink {
    private KinesisAlertSink() {}

    /**
     * A sink; the job gives it uid and name.
     *
     * @param group {@link EventSinkSettings}
     * @throws io.stockmate.connectors.config.InvalidProperty where the group cannot be used
     */
    public static <T extends Notice> Sink<T> of(PropertyGroup group) {
        return SymbolStreamSink.of(EventSinkSettings.ofAlerts(group), new AlertSerialization<>(), Notice::symbol);
    }
}
