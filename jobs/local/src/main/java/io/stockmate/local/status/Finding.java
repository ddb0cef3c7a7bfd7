package io.stockmate.local.status;

/**
 * What a look at one part of a platform found.
 *
 * @param text in words; where the part is not well, the cause and what to do
 */
public record Finding(String part, Verdict verdict, String text) {
    /** How bad it is. */
    public enum Verdict {
        WELL,
        /** Works, and should not stay so. */
        WATCH,
        BROKEN
    }

    static Finding well(String part, String text) {
        return new Finding(part, Verdict.WELL, text);
    }

    static Finding watch(String part, String text) {
        return new Finding(part, Verdict.WATCH, text);
    }

    static Finding broken(String part, String text) {
        return new Finding(part, Verdict.BROKEN, text);
    }
}
