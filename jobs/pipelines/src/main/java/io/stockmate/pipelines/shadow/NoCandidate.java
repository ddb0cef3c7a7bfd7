package io.stockmate.pipelines.shadow;

import org.jspecify.annotations.Nullable;

/** What was named is no version that can be run beside this one. The message is for people. */
public final class NoCandidate extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NoCandidate(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
