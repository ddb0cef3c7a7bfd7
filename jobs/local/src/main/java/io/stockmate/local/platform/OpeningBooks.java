package io.stockmate.local.platform;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books that are opened on a thread of their own: Postgres takes seconds to start, and others need not wait. */
final class OpeningBooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningBooks.class);

    private final FutureTask<Books> opening;

    private OpeningBooks(FutureTask<Books> opening) {
        this.opening = opening;
    }

    /** Begins; see {@link Books#open}. */
    static OpeningBooks begin(PlatformSettings settings, boolean endedInOrder) {
        FutureTask<Books> opening = new FutureTask<>(() -> Books.open(settings, endedInOrder));
        Thread opener = new Thread(opening, "open books");
        opener.setDaemon(true);
        opener.start();
        return new OpeningBooks(opening);
    }

    /**
     * Returns them once they are open.
     *
     * @throws IOException what opening them threw
     */
    Books await() throws IOException, InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException("the books cannot be opened", failed.getCause());
        }
    }

    /** Closes them, where they could be opened. */
    @Override
    public void close() throws IOException, InterruptedException {
        try {
            opening.get().close();
        } catch (ExecutionException failed) {
            LOG.warn("there are no books to close", failed.getCause());
        }
    }
}
