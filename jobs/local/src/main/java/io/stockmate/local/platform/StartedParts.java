package io.stockmate.local.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was started one after another, to be closed the other way round. */
final class StartedParts {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /**
     * Closes all, the last first. What fails meanwhile is added to {@code failure}, or thrown.
     *
     * @param log where more is said of it
     */
    void close(Path log, @Nullable Exception failure) throws IOException {
        IOException own = new IOException("not everything ended in order: see " + log);
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception closing) {
                (failure == null ? own : failure).addSuppressed(closing);
            }
        }
        if (own.getSuppressed().length > 0) {
            throw own;
        }
    }
}
