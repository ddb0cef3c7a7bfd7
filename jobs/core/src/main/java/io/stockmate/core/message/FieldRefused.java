package io.stockmate.core.message;

/** A field that cannot be read: absent though required, or not of its kind. Carries no stack trace. */
public final class FieldRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    public FieldRefused(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.field = field;
    }

    /** The field's name as it stands in the message. */
    public String field() {
        return field;
    }
}
