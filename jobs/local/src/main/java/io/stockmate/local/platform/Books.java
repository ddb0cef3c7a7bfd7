package io.stockmate.local.platform;

import io.stockmate.local.postgres.LocalPostgres;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The books' database of a platform. Where Postgres cannot run, the platform goes on without books. */
public final class Books implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Books.class);

    private final @Nullable LocalPostgres postgres;
    private final String absence;

    private Books(@Nullable LocalPostgres postgres, String absence) {
        this.postgres = postgres;
        this.absence = absence;
    }

    /** @throws java.net.BindException where the port is taken */
    static Books open(PlatformSettings settings) throws IOException {
        if (settings.postgresPort().isEmpty()) {
            return new Books(null, "no books were asked for");
        }
        int port = settings.postgresPort().getAsInt();
        LocalPostgres.endOrphan(settings.data().postgres());
        Ports.requireFree(port, "Postgres");
        try {
            return new Books(LocalPostgres.start(settings.data().postgres(), port), "");
        } catch (IOException failure) {
            LOG.warn("the platform runs without books", failure);
            return new Books(
                    null,
                    "not running, so there are no books (" + failure.getMessage() + "): see "
                            + settings.data().log());
        }
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
