package io.stockmate.local.books;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.RunningPlatform;
import io.stockmate.local.postgres.LocalPostgres;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** Reading the books of a platform that runs. */
public final class Reading {
    private Reading() {}

    /**
     * A connection that may only read. Whoever opens it closes it.
     *
     * @throws CommandFailed where no platform runs on the directory, or none with books, or its database is away
     */
    public static Connection of(DataDirectory data) {
        URI books = RunningPlatform.require(data).postgres();
        if (books == null) {
            throw new CommandFailed("the platform on " + data.root() + " runs without books: its first lines and "
                    + data.log() + " tell why");
        }
        try {
            Connection connection = LocalPostgres.connection(books, LocalPostgres.READER);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            throw new CommandFailed("the books at " + books + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** An amount in minor units as people write it. */
    static String amount(BigDecimal minorUnits, int scale) {
        BigDecimal amount = minorUnits.movePointLeft(scale).stripTrailingZeros();
        return (amount.signum() == 0 ? BigDecimal.ZERO : amount).toPlainString();
    }
}
