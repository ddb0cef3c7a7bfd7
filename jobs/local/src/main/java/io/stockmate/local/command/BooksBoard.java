package io.stockmate.local.command;

import io.stockmate.local.billing.BillingDesk;
import io.stockmate.local.books.LedgerWatch;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.local.scoreboard.Tally;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the scoreboard tells of books and billing; nothing where a platform has no books. */
final class BooksBoard implements AutoCloseable {
    private final @Nullable LedgerWatch ledger;
    private final @Nullable BillingDesk billing;

    private BooksBoard(@Nullable LedgerWatch ledger, @Nullable BillingDesk billing) {
        this.ledger = ledger;
        this.billing = billing;
    }

    static BooksBoard start(Platform platform, Tally tally) {
        Optional<LocalPostgres> postgres = platform.books().postgres();
        Instant now = Instant.ofEpochMilli(platform.time());
        return new BooksBoard(
                postgres.map(server ->
                                LedgerWatch.start(server, () -> tally.score().trades()))
                        .orElse(null),
                postgres.map(server -> BillingDesk.open(server, platform::time, now))
                        .orElse(null));
    }

    /** Names and values, in order. */
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        if (ledger != null) {
            ledger.seen().ifPresent(seen -> entries.put("ledger", seen));
        }
        if (billing != null && billing.billed() > 0) {
            entries.put("billed", Long.toString(billing.billed()));
        }
        return entries;
    }

    @Override
    public void close() {
        if (ledger != null) {
            ledger.close();
        }
        if (billing != null) {
            billing.close();
        }
    }
}
