package io.stockmate.core.market;

import io.stockmate.core.message.Event;

/** Receives what happens, in order. */
@FunctionalInterface
public interface EventSink {
    void accept(Event event);
}
