package io.stockmate.connectors.jdbc;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.metrics.MetricNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports whether the books balance, as the database itself adds them up, on a thread and a connection of its own:
 * posting never waits for it. A look reads every posting, so there is a pause before the first one and a longer one after
 * a look that took long: looking takes the database at most a twentieth of a processor while the job does not begin anew.
 * The server ends a look that takes half an hour, or whose watch is closed.
 */
final class BalanceWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BalanceWatch.class);
    private static final Duration PAUSE_MIN = Duration.ofMinutes(1);
    private static final int PAUSE_PER_LOOK = 20;
    private static final int LOOK_MAX_SECONDS = 1_800;
    private static final int CANCEL_MAX_SECONDS = 1;
    private static final long ENDS_WITHIN_MS = 1_000;
    private static final long CANCELLED_EVERY_MS = 100;
    private static final long NOT_KNOWN = -1;
    private static final String UNBALANCED = "select count(*) from ledger.trial_balance where difference <> 0";

    private final DatabaseSettings settings;
    private final long pauseMinMs;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::lookAgainAndAgain, "balance watch");
    private volatile long unbalanced = NOT_KNOWN;
    private volatile @Nullable Statement underWay;

    private BalanceWatch(DatabaseSettings settings, Duration pauseMin) {
        this.settings = settings;
        this.pauseMinMs = pauseMin.toMillis();
    }

    /** Looks after a minute, and then again and again until it is closed. */
    static BalanceWatch start(DatabaseSettings settings, MetricGroup group) {
        return start(settings, group, PAUSE_MIN);
    }

    static BalanceWatch start(DatabaseSettings settings, MetricGroup group, Duration pauseMin) {
        BalanceWatch watch = new BalanceWatch(settings, pauseMin);
        group.gauge(MetricNames.UNBALANCED_UNITS, (Gauge<Long>) () -> watch.unbalanced);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void lookAgainAndAgain() {
        try {
            long pauseMs = pauseMinMs;
            while (!end.await(pauseMs, TimeUnit.MILLISECONDS)) {
                long beganAt = System.nanoTime();
                look();
                long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganAt);
                pauseMs = Math.max(pauseMinMs, PAUSE_PER_LOOK * tookMs);
            }
        } catch (InterruptedException ended) {
            LOG.debug("ended", ended);
        }
    }

    private void look() {
        try (Connection books = new Driver().connect(settings.url(), properties());
                Statement statement = books.createStatement()) {
            underWay = statement;
            if (ended()) {
                return;
            }
            unbalanced = unbalancedIn(statement);
            if (unbalanced > 0) {
                LOG.error("the books do not balance in {} units: see ledger.trial_balance", unbalanced);
            }
        } catch (SQLException failure) {
            if (!ended()) {
                unbalanced = NOT_KNOWN;
                LOG.warn("the trial balance cannot be read; trying again", failure);
            }
        } finally {
            underWay = null;
        }
    }

    private static long unbalancedIn(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(UNBALANCED)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean ended() {
        return end.getCount() == 0;
    }

    private Properties properties() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, settings.user());
        if (settings.password() != null) {
            PGProperty.PASSWORD.set(properties, settings.password());
        }
        PGProperty.APPLICATION_NAME.set(properties, "stockmate balance watch");
        PGProperty.CONNECT_TIMEOUT.set(properties, 10);
        PGProperty.SOCKET_TIMEOUT.set(properties, LOOK_MAX_SECONDS);
        PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, CANCEL_MAX_SECONDS);
        PGProperty.OPTIONS.set(properties, "-c statement_timeout=" + LOOK_MAX_SECONDS + "s");
        PGProperty.READ_ONLY.set(properties, true);
        return properties;
    }

    /** Has the server end a look that is under way, and waits a moment for it, but not for one that does not answer. */
    @Override
    public void close() {
        end.countDown();
        thread.interrupt();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ENDS_WITHIN_MS);
        try {
            // One cancel is not enough: it is lost where it comes before its query.
            do {
                cancel(underWay);
                thread.join(CANCELLED_EVERY_MS);
            } while (thread.isAlive() && System.nanoTime() < deadline);
            abort(underWay);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cancel(@Nullable Statement look) {
        try {
            if (look != null) {
                look.cancel();
            }
        } catch (SQLException failure) {
            LOG.debug("over already, or its server does not answer", failure);
        }
    }

    private static void abort(@Nullable Statement look) {
        try {
            if (look != null) {
                LOG.warn("a look at the trial balance may go on for up to {} s", LOOK_MAX_SECONDS);
                look.getConnection().abort(Runnable::run);
            }
        } catch (SQLException failure) {
            LOG.debug("over already", failure);
        }
    }
}
