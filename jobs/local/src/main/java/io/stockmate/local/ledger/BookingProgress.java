package io.stockmate.local.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Counts transactions in books that are being filled: so seldom that it takes a twentieth of the time at most. */
final class BookingProgress {
    private static final long LOOK_AGAIN_NS = 200_000_000;
    private static final long TELL_AGAIN_NS = 30_000_000_000L;
    private static final int PAUSES_OF_A_COUNT = 20;
    private static final double NS_PER_S = 1e9;

    private final Consumer<String> out;
    private final long start = System.nanoTime();
    private long told = start;

    BookingProgress(Consumer<String> out) {
        this.out = out;
    }

    /** Returns how many there are when there are so many or {@code run} is done. */
    long await(long transactions, Connection reader, CompletableFuture<?> run)
            throws SQLException, InterruptedException {
        while (true) {
            long before = System.nanoTime();
            long booked = booked(reader);
            long now = System.nanoTime();
            if (booked >= transactions || run.isDone()) {
                return booked;
            }
            if (now - told >= TELL_AGAIN_NS) {
                told = now;
                out.accept(String.format("%d transactions are booked after %.0f s", booked, (now - start) / NS_PER_S));
            }
            Thread.sleep(Math.max(LOOK_AGAIN_NS, PAUSES_OF_A_COUNT * (now - before)) / 1_000_000);
        }
    }

    /** Transactions of each symbol. */
    static Map<String, Long> bySymbol(Connection reader) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = reader.createStatement();
                ResultSet rows =
                        statement.executeQuery("select symbol, count(*) from ledger.transaction group by symbol")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private static long booked(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from ledger.transaction")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
