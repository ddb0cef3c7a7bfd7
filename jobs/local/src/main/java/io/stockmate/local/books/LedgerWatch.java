package io.stockmate.local.books;

import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.local.postgres.Repeating;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the books again and again, on a thread of its own: whether they balance, and how far they are behind. It
 * adds up all postings, so the longer that takes the seldomer it looks.
 */
public final class LedgerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
    private static final long PAUSE_MIN_MS = 2_000;
    private static final int PAUSE_PER_LOOK = 20;
    private static final String TRADES = "select count(*) from ledger.transaction where reason = 'TRADE'";

    private final LocalPostgres postgres;
    private final LongSupplier trades;
    private final Repeating looks;
    private volatile @Nullable String seen;

    private LedgerWatch(LocalPostgres postgres, LongSupplier trades) {
        this.postgres = postgres;
        this.trades = trades;
        this.looks = Repeating.start("ledger watch", this::look);
    }

    /** @param trades how many there are in {@code events} by now */
    public static LedgerWatch start(LocalPostgres postgres, LongSupplier trades) {
        return new LedgerWatch(postgres, trades);
    }

    /** What it saw last, in words; nothing before the first look. */
    public Optional<String> seen() {
        return Optional.ofNullable(seen);
    }

    private long look() {
        long beganAt = System.nanoTime();
        lookOnce();
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganAt);
        return Math.max(PAUSE_MIN_MS, PAUSE_PER_LOOK * tookMs);
    }

    private void lookOnce() {
        long known = trades.getAsLong();
        try (Connection books = postgres.connection(LocalPostgres.READER)) {
            seen = text(TrialBalance.read(books), booked(books), known);
        } catch (SQLException failure) {
            LOG.warn("the books cannot be read; trying again", failure);
            seen = "away";
        }
    }

    private static long booked(Connection books) throws SQLException {
        try (PreparedStatement query = books.prepareStatement(TRADES);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static String text(TrialBalance balance, long booked, long known) {
        List<String> broken = balance.broken();
        String state = broken.isEmpty()
                ? "balance 0 in " + balance.units().size() + " units"
                : "NOT BALANCED in " + String.join(", ", broken);
        return state + ", " + Math.max(0, known - booked) + " trades behind";
    }

    @Override
    public void close() {
        looks.close();
    }
}
