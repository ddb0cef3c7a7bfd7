package io.stockmate.local.chaos;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** How files behave at the moment, in this process. */
final class FaultyStorage {
    private static final long STALL_LOOK_MS = 20;

    private static final AtomicLong FAILS_UNTIL = new AtomicLong(System.nanoTime());
    private static final AtomicLong STALLS_UNTIL = new AtomicLong(System.nanoTime());
    private static final AtomicLong STRUCK = new AtomicLong();

    private FaultyStorage() {}

    /** From now on, for so long, opening, writing, completing and renaming files fails. */
    static void fail(long lastsMs) {
        FAILS_UNTIL.set(System.nanoTime() + lastsMs * 1_000_000);
    }

    /** From now on, for so long, all of that waits. */
    static void stall(long lastsMs) {
        STALLS_UNTIL.set(System.nanoTime() + lastsMs * 1_000_000);
    }

    /** How often something failed or waited. */
    static long struck() {
        return STRUCK.get();
    }

    /** Called before it is done. */
    static void strike(String what) throws IOException {
        if (isAhead(STALLS_UNTIL)) {
            STRUCK.incrementAndGet();
            while (isAhead(STALLS_UNTIL)) {
                pause(what);
            }
        }
        if (isAhead(FAILS_UNTIL)) {
            STRUCK.incrementAndGet();
            throw new IOException(what + " failed, by a fault made on purpose");
        }
    }

    private static boolean isAhead(AtomicLong time) {
        return time.get() - System.nanoTime() > 0;
    }

    private static void pause(String what) throws IOException {
        try {
            Thread.sleep(STALL_LOOK_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(what + " was interrupted", stop);
        }
    }
}
