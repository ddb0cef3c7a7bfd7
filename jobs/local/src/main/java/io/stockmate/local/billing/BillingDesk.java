package io.stockmate.local.billing;

import io.stockmate.connectors.billing.Backlog;
import io.stockmate.connectors.billing.MeterEvents;
import io.stockmate.connectors.billing.StrictMeter;
import io.stockmate.connectors.billing.UsageSender;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.local.postgres.Repeating;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends usage from a platform's outbox to meters in memory, on a thread of its own, until it is closed. Every account
 * is a customer of theirs. Its clock is the streams', so that simulated weeks are billed, too.
 */
public final class BillingDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BillingDesk.class);
    private static final long PAUSE_MS = 1_000;
    private static final int SENDINGS_PER_COUNT = 60;
    private static final String CUSTOMERS = "insert into billing.customer (account, stripe_customer_id)"
            + " select distinct account, 'cus_' || account from billing.usage where state = 'PENDING'"
            + " on conflict do nothing";

    private final LocalPostgres postgres;
    private final UsageSender sender;
    private final AtomicLong billed = new AtomicLong();
    private final Repeating sending;
    private Backlog told = Backlog.NOTHING;
    private long sendings;

    private BillingDesk(LocalPostgres postgres, MeterEvents meter, InstantSource clock, Instant startedAt) {
        this.postgres = postgres;
        this.sender = new UsageSender(meter, clock, startedAt);
        this.sending = Repeating.start("billing", this::send);
    }

    /**
     * @param time the streams', epoch milliseconds UTC
     * @param startedAt before the market began, so that its first hour is billed however long the database takes
     */
    public static BillingDesk open(LocalPostgres postgres, LongSupplier time, Instant startedAt) {
        InstantSource clock = () -> Instant.ofEpochMilli(time.getAsLong());
        return new BillingDesk(postgres, new StrictMeter(clock), clock, startedAt);
    }

    /** Records of usage that the meters have counted since this was opened. */
    public long billed() {
        return billed.get();
    }

    private long send() {
        try (Connection biller = postgres.connection(LocalPostgres.BILLER);
                Statement statement = biller.createStatement()) {
            statement.execute(CUSTOMERS);
            billed.addAndGet(sender.send(biller).accepted());
            if (sendings++ % SENDINGS_PER_COUNT == 0) {
                tell(sender.backlog(biller));
            }
        } catch (SQLException | IOException failure) {
            LOG.warn("usage cannot be billed; trying again", failure);
        }
        return PAUSE_MS;
    }

    /** Once for each state of what needs a person. */
    private void tell(Backlog backlog) {
        if (backlog.needsAttention() && !backlog.needsTheSame(told)) {
            LOG.warn(
                    "usage in billing.usage needs a person: {} unconfirmed, {} too old, {} without a customer,"
                            + " {} refused, {} of before the first sender",
                    backlog.unconfirmed(),
                    backlog.tooOld(),
                    backlog.withoutCustomer(),
                    backlog.refused(),
                    backlog.beforeStart());
        }
        told = backlog;
    }

    @Override
    public void close() {
        sending.close();
    }
}
