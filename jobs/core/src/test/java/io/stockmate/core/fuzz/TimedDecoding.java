package io.stockmate.core.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Gives a target its inputs and sees how long each takes, in time of the thread's processor: other work of the machine
 * is no fault of the decoder. What seems slow is repeated, so that classes to be loaded do not count. For one thread.
 */
final class TimedDecoding {
    /** No input of at most {@link #INPUT_BYTES_MAX} bytes may take longer. */
    static final long MILLIS_MAX = 100;

    /** As long as a record of the streams can be. */
    static final int INPUT_BYTES_MAX = 65_536;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NANOS_OF_A_MILLI = 1_000_000;
    private static final int REPEATS = 3;

    private final FuzzTarget target;
    private long inputs;
    private long slowestNanos;

    TimedDecoding(FuzzTarget target) {
        this.target = target;
    }

    /** @throws AssertionError where the decoder takes longer than {@link #MILLIS_MAX} again and again */
    void decode(byte[] input) {
        inputs++;
        long nanos = nanos(input);
        for (int i = 0; i < REPEATS && nanos > slowestNanos && nanos > NANOS_OF_A_MILLI; i++) {
            nanos = Math.min(nanos, nanos(input));
        }
        slowestNanos = Math.max(slowestNanos, nanos);
        if (nanos > MILLIS_MAX * NANOS_OF_A_MILLI) {
            throw new AssertionError(target.name() + ": " + input.length + " bytes took " + nanos / NANOS_OF_A_MILLI
                    + " ms; the limit is " + MILLIS_MAX);
        }
    }

    private long nanos(byte[] input) {
        byte[] own = Arrays.copyOf(input, input.length);
        long begin = THREADS.getCurrentThreadCpuTime();
        target.decode(own);
        return THREADS.getCurrentThreadCpuTime() - begin;
    }

    long inputs() {
        return inputs;
    }

    double slowestMillis() {
        return slowestNanos / (double) NANOS_OF_A_MILLI;
    }
}
