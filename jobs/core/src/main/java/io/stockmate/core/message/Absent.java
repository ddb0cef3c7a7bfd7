package io.stockmate.core.message;

/** How a record's primitive component says that an optional field is not there. Objects say it by null. */
public final class Absent {
    /** The value of an optional number, decimal or time that is absent. No field takes it as a value. */
    public static final long NUMBER = Long.MIN_VALUE;

    private Absent() {}

    public static boolean is(long value) {
        return value == NUMBER;
    }
}
