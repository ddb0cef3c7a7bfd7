package io.stockmate.pipelines.events;

import io.stockmate.core.message.Event;
import org.apache.flink.util.function.ThrowingConsumer;

/** Holds nothing. */
enum NoHistory implements EventHistory {
    INSTANCE;

    @Override
    public void before(Event met, ThrowingConsumer<Event, Exception> each) {}

    @Override
    public String place() {
        return "any history: none is set (" + OrderSettings.HISTORY_LAKE + ")";
    }
}
