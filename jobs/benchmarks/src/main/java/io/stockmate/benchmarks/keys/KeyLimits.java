package io.stockmate.benchmarks.keys;

/**
 * How much state a key may take, after whichever day, and how much memory the process may have had resident at most,
 * whatever the number of keys.
 */
public final class KeyLimits {
    /** All keys of the bench are of intermittent demand. */
    static final int STATE_BYTES = 512;

    private static final long MEMORY_BYTES = 2_000_000_000;
    private static final String KEPT = " violations=0";

    private KeyLimits() {}

    /**
     * What the last line tells of them, after the other figures.
     *
     * @param keysOver how many keys took more than they may
     */
    static String judged(long keysOver, long memoryBytesMax) {
        return told(keysOver, Long.toString(memoryBytesMax)) + (keysOver + (memoryBytesMax < MEMORY_BYTES ? 0 : 1));
    }

    /** What it tells where the system does not say how much memory a process had. */
    static String notJudged(long keysOver) {
        return told(keysOver, "NA") + "NA";
    }

    private static String told(long keysOver, String memoryBytesMax) {
        return " state_limit_bytes=" + STATE_BYTES + " keys_over_limit=" + keysOver + " memory_bytes_max="
                + memoryBytesMax + " limit_bytes=" + MEMORY_BYTES + " violations=";
    }

    /** Whether a last line tells that the limits were kept; a limit that was not judged was not. */
    public static boolean isKept(String line) {
        return line.endsWith(KEPT);
    }
}
