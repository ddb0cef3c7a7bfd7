package io.stockmate.pipelines.accounting;

import io.stockmate.core.message.Event;
import io.stockmate.pipelines.runtime.Step;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * A read model made of events.
 *
 * @param step the operator that writes it
 * @param takes which events make rows of it
 */
public record EventTable(Step step, Takes takes, Sink<Event> sink) {
    /** Chooses events. */
    @FunctionalInterface
    public interface Takes extends Serializable {
        boolean takes(Event event);
    }
}
