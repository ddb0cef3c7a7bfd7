package io.stockmate.pipelines.events;

import io.stockmate.core.message.Event;
import java.io.Serializable;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Where the events are to be had that the stream no longer holds. A job without state reads the stream from its
 * beginning; of a symbol that is older than the stream's retention that is not the first event. And a job may have been
 * away for longer than the stream remembers.
 */
public interface EventHistory extends Serializable {
    /** Knows nothing: a job without state then needs a stream that holds every symbol from seq 1 on. */
    EventHistory NONE = NoHistory.INSTANCE;

    /**
     * Gives the events of a symbol from seq 1 on, in order, as many as there are before {@code met}. Asked when the
     * first event met of a symbol without state is a later one, perhaps only because the stream reordered them, and
     * when a missing event is overdue. What was handed on before is passed over; what comes again is dropped as a
     * repeat.
     *
     * @param met the event of the stream before which they are wanted
     * @throws UnusableHistory where reading again would not help; the job then ends for good
     * @throws Exception where it cannot be read; the job then restarts and asks again
     */
    void before(Event met, ThrowingConsumer<Event, Exception> each) throws Exception;

    /** Where it is, for people: what follows 'nor is it in'. */
    String place();
}
