package io.stockmate.pipelines.events;

import io.stockmate.core.message.Event;
import java.io.Serializable;
import java.util.List;

/**
 * Where the events are to be had that the stream no longer holds. A job without state reads the stream from its
 * beginning; of a symbol that is older than the stream's retention that is not the first event.
 */
@FunctionalInterface
public interface EventHistory extends Serializable {
    /** Knows nothing: a job without state then needs a stream that holds every symbol from seq 1 on. */
    EventHistory NONE = (symbol, before) -> List.of();

    /**
     * The events of a symbol from seq 1 on, in order, as many as there are before {@code before}. Asked when the first
     * event met of a symbol without state is a later one, perhaps only because the stream reordered them: what it gives
     * is handed on, and dropped as a repeat when it comes again.
     *
     * @throws Exception where it cannot be read; the job then restarts and asks again
     */
    Iterable<Event> read(String symbol, long before) throws Exception;
}
