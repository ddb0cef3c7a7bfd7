package io.stockmate.producers;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of what a producer's loop could not do, before it tries again. */
@FunctionalInterface
public interface FailureListener {
    /** Writes a warning to the log. */
    FailureListener TO_LOG = new FailureListener() {
        private static final Logger LOG = LoggerFactory.getLogger(ProducerLoop.class);

        @Override
        public void failed(String producer, RuntimeException failure, Duration retryIn) {
            LOG.warn("{} failed and tries again in {} ms", producer, retryIn.toMillis(), failure);
        }
    };

    void failed(String producer, RuntimeException failure, Duration retryIn);
}
