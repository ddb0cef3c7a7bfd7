package io.stockmate.local.platform;

import io.stockmate.local.postgres.LocalPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books' database of a platform. Where Postgres cannot run, the platform goes on without books, and accounting
 * waits: its checkpoints would pass over what nobody has booked.
 */
public final class Books implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Books.class);

    private final @Nullable LocalPostgres postgres;
    private final String absence;
    private final boolean missing;

    private Books(@Nullable LocalPostgres postgres, String absence, boolean missing) {
        this.postgres = postgres;
        this.absence = absence;
        this.missing = missing;
    }

    /**
     * @param endedInOrder whether the last platform on the directory did
     * @throws java.net.BindException where the port is taken
     */
    static Books open(PlatformSettings settings, boolean endedInOrder) throws IOException {
        if (settings.postgresPort().isEmpty()) {
            return new Books(null, "no books were asked for", false);
        }
        int port = settings.postgresPort().getAsInt();
        try {
            LocalPostgres.endOrphan(settings.data().postgres());
        } catch (IOException failure) {
            return missing(settings, failure);
        }
        Ports.requireFree(port, "Postgres");
        try {
            LocalPostgres postgres = LocalPostgres.start(settings.data().postgres(), port);
            try {
                new NewBooks(settings.data(), postgres).post(endedInOrder);
                return new Books(postgres, "", false);
            } catch (IOException | SQLException | RuntimeException failure) {
                postgres.close();
                throw new IOException("the lake cannot be posted into new books: " + failure.getMessage(), failure);
            }
        } catch (IOException failure) {
            return missing(settings, failure);
        }
    }

    private static Books missing(PlatformSettings settings, IOException failure) {
        LOG.warn("the platform runs without books, and accounting waits", failure);
        return new Books(
                null,
                "not running, so there are no books and accounting waits (" + failure.getMessage()
                        + "): mend it and start again, which books what is in the stream; see "
                        + settings.data().log(),
                true);
    }

    /** Whether they were asked for and are not there. */
    boolean areMissing() {
        return missing;
    }

    /** {@code postgresql://…}; null where there are none. */
    @Nullable
    URI uri() {
        return postgres == null ? null : postgres.uri();
    }

    public Optional<LocalPostgres> postgres() {
        return Optional.ofNullable(postgres);
    }

    /** The address with the name to read by, or one line that says why there is none. */
    public String text() {
        return postgres == null ? absence : postgres.uri().toString().replace("//", "//" + LocalPostgres.READER + "@");
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
