package io.stockmate.producers;

import io.stockmate.core.message.Event;
import java.util.List;

/**
 * One who reads {@code events} and writes {@code commands}. Its time is a parameter, so that the same calls give the
 * same submissions.
 */
public interface Producer {
    /** Takes notice of an event. Events of a symbol may repeat and may come out of order. */
    void observe(Event event);

    /**
     * What it has to say now.
     *
     * @param time epoch milliseconds UTC, never less than the last one
     */
    List<Submission> step(long time);

    /** Whether it will never say anything more. */
    default boolean isFinished() {
        return false;
    }

    /** Takes notice of {@code events}, then says what it has to say. */
    default List<Submission> step(long time, List<Event> events) {
        events.forEach(this::observe);
        return step(time);
    }
}
