package io.stockmate.lake;

/** A question that the lake cannot answer. The message is one line for the one who asked. */
public final class QueryRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    QueryRefused(String message) {
        super(message);
    }

    QueryRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
