package io.stockmate.producers;

import java.util.List;

/** Where a producer's submissions go. */
public interface CommandOutlet extends AutoCloseable {
    /**
     * Returns when all are in the stream {@code commands}, those of a symbol in their order. After a failure it is not
     * known which are; putting them again is safe, since markets recognise a repeated id.
     */
    void put(List<Submission> submissions) throws InterruptedException;

    @Override
    void close();
}
