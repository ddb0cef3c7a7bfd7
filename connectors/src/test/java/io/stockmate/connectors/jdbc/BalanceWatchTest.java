package io.stockmate.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watch reports of books that an owner has tampered with, since nobody else can. */
final class BalanceWatchTest {
    private static final long PATIENCE_NS = Duration.ofSeconds(30).toNanos();

    private final AtomicReference<Gauge<?>> unbalanced = new AtomicReference<>();
    private TestDatabase database;

    @BeforeEach
    void openBooks() throws SQLException {
        database = TestDatabase.create();
        Bookings.post(database, Bookings.trade("AAA", 1, "ALICE", "BOB", 3, 100));
    }

    @Test
    void unitsThatDoNotBalanceAreCountedAndBooksThatCannotBeReadAreNotKnown() throws Exception {
        MetricGroup group = new Remembering();
        try (BalanceWatch watch =
                BalanceWatch.start(DatabaseSettings.of(database.writer()), group, Duration.ofMillis(20))) {
            await(0);

            asOwner("alter table ledger.posting disable trigger user");
            asOwner("update ledger.posting set amount = amount + 1 where transaction_id = 'AAA-1' and posting = 2");
            await(1);
            asOwner("update ledger.posting set amount = amount + 1 where transaction_id = 'AAA-1' and posting = 4");
            await(2);
            asOwner("update ledger.posting set amount = amount - 1 where transaction_id = 'AAA-1' and posting in (2,"
                    + " 4)");
            await(0);

            asOwner("revoke select on ledger.trial_balance from stockmate_writer");
            await(-1);
            asOwner("grant select on ledger.trial_balance to stockmate_writer");
            await(0);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void lookThatIsUnderWayEndsWithItsWatch() throws Exception {
        try (Connection owner = database.as(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table ledger.posting");
            BalanceWatch watch = BalanceWatch.start(
                    DatabaseSettings.of(database.writer()), new Remembering(), Duration.ofMillis(20));
            awaitLooks(1);
            watch.close();
            awaitLooks(0);
            assertThat(unbalanced.get().getValue()).isEqualTo(-1L);
        }
    }

    @Test
    void nobodyLooksBeforeThePauseIsOver() throws Exception {
        try (BalanceWatch watch =
                BalanceWatch.start(DatabaseSettings.of(database.writer()), new Remembering(), Duration.ofHours(1))) {
            Thread.sleep(500);
            assertThat(unbalanced.get().getValue()).isEqualTo(-1L);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void whoPostsSeesTheBalanceAndNoRow() throws SQLException {
        try (Connection writer = database.as(TestDatabase.WRITER);
                Statement statement = writer.createStatement()) {
            assertThat(statement.execute("select * from ledger.trial_balance")).isTrue();
        }
        assertThat(database.rows("select relname from pg_class where relnamespace = 'ledger'::regnamespace"
                        + " and relkind in ('r', 'v') and has_table_privilege('stockmate_writer', oid, 'select')"))
                .containsExactly("trial_balance");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.as(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void await(long units) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NS;
        while (!unbalanced.get().getValue().equals(units)) {
            assertThat(System.nanoTime()).as("%s units", units).isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private void awaitLooks(long looks) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NS;
        while (looksUnderWay() != looks) {
            assertThat(System.nanoTime()).as("%s looks", looks).isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private long looksUnderWay() throws SQLException {
        try (Connection owner = database.as(TestDatabase.OWNER);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity where datname ="
                        + " current_database() and application_name = 'stockmate balance watch' and wait_event_type ="
                        + " 'Lock'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Remembers the one gauge. */
    private final class Remembering extends UnregisteredMetricsGroup {
        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            assertThat(name).isEqualTo("unbalancedUnits");
            unbalanced.set(gauge);
            return gauge;
        }
    }
}
