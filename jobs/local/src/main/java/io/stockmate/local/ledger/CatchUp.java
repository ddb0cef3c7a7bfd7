package io.stockmate.local.ledger;

import io.stockmate.local.postgres.LocalPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How books come back after an outage: how many transactions of the time before they held, and when. How many there are
 * is known when all is booked, so the books are watched first, and asked at the end.
 */
final class CatchUp {
    private static final long LOOK_EVERY_MS = 200;

    private final long until;
    private final long behindMs;
    /** Seconds after the database's start, by the number of transactions that were first seen then. */
    private final NavigableMap<Long, Double> seen = new TreeMap<>();

    private CatchUp(long until, long behindMs) {
        this.until = until;
        this.behindMs = behindMs;
    }

    /**
     * Looks at the books for so long.
     *
     * @param until the streams' time when Postgres was back, epoch milliseconds: what is of later does not count
     * @param startedAt when it was started, by {@link System#nanoTime}
     */
    static CatchUp watch(LocalPostgres postgres, long until, long startedAt, Duration time)
            throws SQLException, InterruptedException {
        try (Connection reader = postgres.connection(LocalPostgres.READER)) {
            CatchUp catchUp =
                    new CatchUp(until, until - number(reader, "select coalesce(max(ts), 0) from ledger.transaction"));
            long elapsed;
            do {
                long booked = catchUp.booked(reader);
                elapsed = System.nanoTime() - startedAt;
                catchUp.seen.putIfAbsent(booked, elapsed / 1e9);
                Thread.sleep(LOOK_EVERY_MS);
            } while (elapsed < time.toNanos());
            return catchUp;
        }
    }

    /** How far the newest transaction was behind the streams when Postgres was back. */
    long behindMs() {
        return behindMs;
    }

    /**
     * From the database's start until the books held all that was published before; infinite where that took longer
     * than they were watched.
     *
     * @param complete books that have all
     */
    double seconds(Connection complete) throws SQLException {
        return seen.getOrDefault(booked(complete), Double.POSITIVE_INFINITY);
    }

    private long booked(Connection reader) throws SQLException {
        return number(reader, "select count(*) from ledger.transaction where ts <= " + until);
    }

    private static long number(Connection reader, String sql) throws SQLException {
        try (PreparedStatement query = reader.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
