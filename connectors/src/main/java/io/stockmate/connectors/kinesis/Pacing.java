package io.stockmate.connectors.kinesis;

import java.util.concurrent.TimeUnit;

/** Time as waiting knows it, so that tests need not wait. */
public interface Pacing {
    Pacing SYSTEM = new Pacing() {
        @Override
        public long nowMillis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void sleep(long millis) throws InterruptedException {
            Thread.sleep(millis);
        }
    };

    /** Milliseconds since some moment; never goes back. */
    long nowMillis();

    void sleep(long millis) throws InterruptedException;
}
