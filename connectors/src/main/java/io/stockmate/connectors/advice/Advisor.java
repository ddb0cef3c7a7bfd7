package io.stockmate.connectors.advice;

import io.stockmate.core.message.Alert;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/** Someone who can be asked what to do about an alert. Sent to where it works, then opened, asked and closed there. */
public interface Advisor extends Serializable {
    /** Who it is, as the table of advice names it; at most 256 characters. */
    String name();

    /** Makes it ready to be asked. */
    void open();

    /**
     * Asks without waiting. The future is completed with the answer, or exceptionally where none comes in time. May be
     * called again before it is.
     */
    CompletableFuture<String> ask(Alert alert);

    /** Gives up what is still asked. */
    void close();
}
