package io.stockmate.connectors.billing;

/**
 * What became of a meter event.
 *
 * @param text why, where it was refused
 */
public record MeterAnswer(Kind kind, String text) {
    /** How a meter answers. */
    public enum Kind {
        /** Counted now. */
        ACCEPTED,
        /** Counted before, under this identifier. */
        DUPLICATE,
        /** Not counted, and never will be. */
        REFUSED,
        /** Not counted for the moment: too many at once, or the service is not well. */
        LATER
    }

    public static final MeterAnswer ACCEPTED = new MeterAnswer(Kind.ACCEPTED, "");
    public static final MeterAnswer DUPLICATE = new MeterAnswer(Kind.DUPLICATE, "");
    public static final MeterAnswer LATER = new MeterAnswer(Kind.LATER, "");

    public static MeterAnswer refused(String text) {
        return new MeterAnswer(Kind.REFUSED, text);
    }

    /** Whether the event is counted, once. */
    boolean isCounted() {
        return kind == Kind.ACCEPTED || kind == Kind.DUPLICATE;
    }
}
