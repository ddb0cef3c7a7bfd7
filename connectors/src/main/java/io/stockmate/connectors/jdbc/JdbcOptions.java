package io.stockmate.connectors.jdbc;

import io.stockmate.connectors.config.DatabaseSettings;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;

/** Our settings in the words of Flink's JDBC connector. */
public final class JdbcOptions {
    private static final int RETRIES = 2;
    private static final int CONNECTION_CHECK_SECONDS = 5;

    private JdbcOptions() {}

    /** Requests of several rows; one that fails is tried again a few times before the job restarts. */
    public static JdbcExecutionOptions execution(DatabaseSettings settings) {
        return new JdbcExecutionOptions.Builder()
                .withBatchSize(settings.rowsPerRequestMax())
                .withBatchIntervalMs(settings.waitMaxMillis())
                .withMaxRetries(RETRIES)
                .build();
    }

    /** Where the database is and who signs in. A server that answers nothing for a minute counts as away. */
    public static JdbcConnectionOptions connection(DatabaseSettings settings) {
        JdbcConnectionOptions.JdbcConnectionOptionsBuilder options =
                new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                        .withUrl(settings.url())
                        .withDriverName("org.postgresql.Driver")
                        .withUsername(settings.user())
                        .withConnectionCheckTimeoutSeconds(CONNECTION_CHECK_SECONDS)
                        .withProperty("ApplicationName", "stockmate accounting")
                        .withProperty("connectTimeout", "10")
                        .withProperty("socketTimeout", "60")
                        .withProperty("tcpKeepAlive", "true");
        if (settings.password() != null) {
            options.withPassword(settings.password());
        }
        return options.build();
    }
}
