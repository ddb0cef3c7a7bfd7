package io.stockmate.local.billing;

import io.stockmate.connectors.billing.MeterEvents;
import io.stockmate.connectors.billing.StrictMeter;
import io.stockmate.connectors.billing.UsageSender;
import io.stockmate.local.postgres.LocalPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends usage from a platform's outbox to meters in memory, on a thread of its own, until it is closed. Every account is
 * a customer of theirs. Its clock is the streams', so that simulated weeks are billed, too.
 */
public final class BillingDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BillingDesk.class);
    private static final long PAUSE_MS = 1_000;
    private static final long ENDS_WITHIN_MS = 3_000;
    private static final String CUSTOMERS = "insert into billing.customer (account, stripe_customer_id)"
            + " select distinct account, 'cus_' || account from billing.usage where state = 'PENDING'"
            + " on conflict do nothing";

    private final LocalPostgres postgres;
    private final UsageSender sender;
    private final AtomicLong billed = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "billing");

    private BillingDesk(LocalPostgres postgres, MeterEvents meter, InstantSource clock) {
        this.postgres = postgres;
        this.sender = new UsageSender(meter, clock);
    }

    /** @param time the streams', epoch milliseconds UTC */
    public static BillingDesk open(LocalPostgres postgres, LongSupplier time) {
        InstantSource clock = () -> Instant.ofEpochMilli(time.getAsLong());
        BillingDesk desk = new BillingDesk(postgres, new StrictMeter(clock), clock);
        desk.thread.setDaemon(true);
        desk.thread.start();
        return desk;
    }

    /** Records of usage that the meters have counted since this was opened. */
    public long billed() {
        return billed.get();
    }

    private void work() {
        try {
            do {
                send();
            } while (!stop.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            LOG.debug("interrupted", end);
        }
    }

    private void send() {
        try (Connection biller = postgres.connection(LocalPostgres.BILLER);
                Statement statement = biller.createStatement()) {
            statement.execute(CUSTOMERS);
            billed.addAndGet(sender.send(biller).accepted());
        } catch (SQLException | IOException failure) {
            LOG.warn("usage cannot be billed; trying again", failure);
        }
    }

    /** Waits a moment for what it does, but not for a database that does not answer. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(ENDS_WITHIN_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
