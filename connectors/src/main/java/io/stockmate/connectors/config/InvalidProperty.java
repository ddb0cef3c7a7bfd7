package io.stockmate.connectors.config;

/** A property that cannot be used. The message names its group, its name, its value and what would be right. */
public final class InvalidProperty extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidProperty(String message) {
        super(message);
    }

    InvalidProperty(String message, Throwable cause) {
        super(message, cause);
    }
}
