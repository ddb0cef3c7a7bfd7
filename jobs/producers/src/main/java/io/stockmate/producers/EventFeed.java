package io.stockmate.producers;

import io.stockmate.core.message.Event;
import java.util.List;

/** What a producer hears of the stream {@code events}. For one thread. */
public interface EventFeed extends AutoCloseable {
    /** Hears nothing. */
    EventFeed SILENCE = new EventFeed() {
        @Override
        public List<Event> poll() {
            return List.of();
        }

        @Override
        public boolean isCaughtUp() {
            return true;
        }

        @Override
        public void close() {}
    };

    /**
     * What has come since the last call; often nothing. After a failure a later call goes on where this one began.
     */
    List<Event> poll() throws InterruptedException;

    /** Whether the last call handed out the newest there was. */
    boolean isCaughtUp();

    @Override
    void close();
}
