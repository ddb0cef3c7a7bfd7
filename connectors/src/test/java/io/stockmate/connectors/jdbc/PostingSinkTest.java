package io.stockmate.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.DatabaseSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.ledger.Transaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostingSinkTest {
    private static final String TRANSFERS =
            "select transfer_id, unit, from_account, to_account, amount, reason, reverses from ledger.transfer"
                    + " order by transfer_id";

    private TestDatabase database;

    @BeforeEach
    void openBooks() throws SQLException {
        database = TestDatabase.create();
    }

    @Test
    void booksATradeAndItsReversal() throws Exception {
        Transaction trade = Bookings.trade("AAA", 1, "ALICE", "BOB", 3, 100);
        post(trade, Bookings.reversal(trade, 2));

        assertThat(database.rows(TRANSFERS))
                .containsExactly(
                        "AAA-1-1|EUR|ALICE/cash|BOB/cash|300|TRADE|null",
                        "AAA-1-2|#AAA|BOB/goods|ALICE/goods|3|TRADE|null",
                        "AAA-1-3|EUR|ALICE/cash|:fees|5|TRADE|null",
                        "AAA-2-R-1|EUR|BOB/cash|ALICE/cash|300|REVERSAL|AAA-1",
                        "AAA-2-R-2|#AAA|ALICE/goods|BOB/goods|3|REVERSAL|AAA-1",
                        "AAA-2-R-3|EUR|:fees|ALICE/cash|5|REVERSAL|AAA-1");
    }

    @Test
    void equalRepeatsChangeNothing() throws Exception {
        List<Transaction> trades = trades("AAA", 1, 300);
        post(trades);
        List<String> before = database.rows(TRANSFERS);

        post(trades);
        List<Transaction> overlapping = new ArrayList<>(trades("AAA", 200, 400));
        overlapping.addAll(trades("AAA", 390, 400));
        post(overlapping);

        assertThat(before).hasSize(900);
        assertThat(database.rows(TRANSFERS)).hasSize(1_200).containsAll(before);
    }

    @Test
    void otherContentUnderAKnownIdEndsTheJobNamingTheId() throws Exception {
        post(Bookings.trade("AAA", 7, "ALICE", "BOB", 3, 100));

        assertThatThrownBy(() -> post(Bookings.trade("AAA", 7, "ALICE", "BOB", 4, 100)))
                .hasStackTraceContaining(SuppressRestartsException.class.getName())
                .hasStackTraceContaining("transaction AAA-7 is in the books with other content");
        assertThat(database.rows("select sum(amount) from ledger.transfer where unit = '#AAA'"))
                .containsExactly("3");
    }

    @Test
    void aSecondReversalEndsTheJobToo() throws Exception {
        Transaction trade = Bookings.trade("AAA", 1, "ALICE", "BOB", 3, 100);
        post(trade, Bookings.reversal(trade, 2));

        assertThatThrownBy(() -> post(Bookings.reversal(trade, 3)))
                .hasStackTraceContaining(SuppressRestartsException.class.getName())
                .hasStackTraceContaining("reversed_once");
    }

    @Test
    void aValueThatNoColumnHoldsEndsTheJobNamingTheRow() {
        assertThatThrownBy(() -> post(Bookings.trade("AAA", 7, "AL\0ICE", "BOB", 3, 100)))
                .hasStackTraceContaining(SuppressRestartsException.class.getName())
                .hasStackTraceContaining("SQLSTATE 22021")
                .hasStackTraceContaining("AAA-7");
    }

    @Test
    void aConnectionDroppedInTheMiddleLosesNothing() throws Exception {
        try (OneInputStreamOperatorTestHarness<Transaction, Object> sink = sink(database.writer())) {
            for (Transaction trade : trades("AAA", 1, 150)) {
                sink.processElement(trade, 0);
            }
            dropConnections();
            for (Transaction trade : trades("AAA", 151, 300)) {
                sink.processElement(trade, 0);
            }
            sink.prepareSnapshotPreBarrier(1);
        }

        assertThat(database.rows(TRANSFERS)).hasSize(900);
    }

    @Test
    void aDatabaseThatIsAwayIsAFailureFromWhichTheJobRestarts() throws Exception {
        PropertyGroup nobodyThere;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobodyThere = PropertyGroup.of(
                    "ledger",
                    Map.of(DatabaseSettings.URL, "jdbc:postgresql://127.0.0.1:" + unused.getLocalPort() + "/books"));
        }

        assertThatThrownBy(() -> sink(nobodyThere).close())
                .hasRootCauseInstanceOf(IOException.class)
                .extracting(PostingSinkTest::stackTrace)
                .asString()
                .doesNotContain(SuppressRestartsException.class.getName());
    }

    @Test
    void parallelWritersWhoOpenTheSameAccountsInOppositeOrderDoNotStopEachOther() throws Exception {
        List<Transaction> forth = IntStream.range(1, 200)
                .mapToObj(n -> Bookings.trade("AAA", n, "A" + n, "B" + n, 1, 1))
                .toList();
        List<Transaction> back = IntStream.range(1, 200)
                .mapToObj(n -> Bookings.trade("BBB", n, "A" + (200 - n), "B" + (200 - n), 1, 1))
                .toList();
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> ends = List.of(writers.submit(() -> posted(forth)), writers.submit(() -> posted(back)));
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertThat(database.rows("select count(*) from ledger.transaction")).containsExactly("398");
    }

    private static String stackTrace(Throwable failure) {
        return ExceptionUtils.stringifyException(failure);
    }

    private Object posted(List<Transaction> transactions) throws Exception {
        post(transactions);
        return transactions;
    }

    private void dropConnections() throws SQLException {
        try (Connection owner = database.as(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = 'accounting' and datname = current_database()");
        }
    }

    private static List<Transaction> trades(String symbol, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(seq -> Bookings.trade(symbol, seq, "ALICE", "BOB", seq, 100))
                .toList();
    }

    private void post(Transaction... transactions) throws Exception {
        post(List.of(transactions));
    }

    private void post(List<Transaction> transactions) throws Exception {
        try (OneInputStreamOperatorTestHarness<Transaction, Object> sink = sink(database.writer())) {
            for (Transaction transaction : transactions) {
                sink.processElement(transaction, 0);
            }
            sink.prepareSnapshotPreBarrier(1);
        }
    }

    private static OneInputStreamOperatorTestHarness<Transaction, Object> sink(PropertyGroup group) throws Exception {
        OneInputStreamOperatorTestHarness<Transaction, Object> sink = new OneInputStreamOperatorTestHarness<>(
                writer(PostingSink.of(group)), new KryoSerializer<>(Transaction.class, new SerializerConfigImpl()));
        sink.open();
        return sink;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what it sends on is Flink's own affair, and nothing here
    private static OneInputStreamOperatorFactory<Transaction, Object> writer(Sink<Transaction> sink) {
        return (OneInputStreamOperatorFactory) new SinkWriterOperatorFactory<Transaction, Object>(sink);
    }
}
