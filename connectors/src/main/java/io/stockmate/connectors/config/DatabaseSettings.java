package io.stockmate.connectors.config;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a Postgres database is, who signs in, and how rows are gathered into requests.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}
 * @param password null where the database takes the user without one
 * @param rowsPerRequestMax rows, or transactions, in one request
 * @param waitMaxMillis how long one waits for others
 */
public record DatabaseSettings(
        String url, String user, @Nullable String password, int rowsPerRequestMax, long waitMaxMillis)
        implements Serializable {
    public static final String URL = "database.url";
    public static final String USER = "database.user";
    public static final String PASSWORD = "database.password";
    public static final String ROWS_PER_REQUEST_MAX = BatchSettings.RECORDS_PER_REQUEST_MAX;
    public static final String WAIT_MAX_MILLIS = BatchSettings.WAIT_MAX_MILLIS;

    private static final List<String> NAMES = List.of(URL, USER, PASSWORD, ROWS_PER_REQUEST_MAX, WAIT_MAX_MILLIS);
    private static final String SCHEME = "jdbc:postgresql:";

    /**
     * Reads a group, which holds nothing else.
     *
     * @throws InvalidProperty where a property is missing or cannot be used
     */
    public static DatabaseSettings of(PropertyGroup group) {
        group.allow(NAMES);
        String url = group.text(URL);
        if (!url.startsWith(SCHEME)) {
            throw group.refused(URL, url, "an address such as " + SCHEME + "//127.0.0.1:5432/stockmate", null);
        }
        return new DatabaseSettings(
                url,
                group.text(USER, "accounting"),
                group.optionalText(PASSWORD),
                (int) group.integer(ROWS_PER_REQUEST_MAX, 1_000, 1, 10_000),
                group.integer(WAIT_MAX_MILLIS, 200, 1, 60_000));
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + "]";
    }
}
