package io.stockmate.local;

/**
 * A command could not do what it was asked. Its message is the one line that people see: what is wrong, and what to do.
 */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailed(String message) {
        super(message);
    }

    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
