package io.stockmate.benchmarks.keys;

/** How much memory the process may have had resident at most, whatever the number of keys. */
public final class MemoryLimit {
    private static final long LIMIT_BYTES = 2_000_000_000;
    private static final String KEPT = " violations=0";

    private MemoryLimit() {}

    /** What the last line tells of it, after the other figures. */
    static String judged(long memoryBytesMax) {
        return " memory_bytes_max=" + memoryBytesMax + " limit_bytes=" + LIMIT_BYTES
                + (memoryBytesMax < LIMIT_BYTES ? KEPT : " violations=1");
    }

    /** What it tells where the system does not say how much memory a process had. */
    static String notJudged() {
        return " memory_bytes_max=NA limit_bytes=" + LIMIT_BYTES + " violations=NA";
    }

    /** Whether a last line tells that the limit was kept; a limit that was not judged was not. */
    public static boolean isKept(String line) {
        return line.endsWith(KEPT);
    }
}
