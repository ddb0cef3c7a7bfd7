package io.stockmate.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import io.stockmate.pipelines.replay.ReplayedMarket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read models and outbox that come back from a lake. */
class LakeReplayIntoViewsTest {
    private static final long HOUR = 1_772_445_600_000L;
    private static final List<String> COMMANDS = List.of(
            """
            {"type":"DefineInstrument","symbol":"MUG","account":"house","name":"Mug","currency":"EUR",\
            "tickSize":"0.01","lotSize":1,"maxOrderQty":100,"leadTimeDays":0,"allowShort":false,"tracksStock":true}""",
            """
            {"type":"MoveStock","symbol":"MUG","account":"SHOP","moveId":"m1","kind":"RECEIPT","qty":9}""",
            """
            {"type":"NewOrder","symbol":"MUG","account":"SHOP","clOrdId":"s1","side":"SELL","ordType":"LIMIT",\
            "orderQty":6,"price":"8.50","timeInForce":"GTC"}""",
            """
            {"type":"NewOrder","symbol":"MUG","account":"ANN","clOrdId":"b1","side":"BUY","ordType":"LIMIT",\
            "orderQty":2,"price":"8.50","timeInForce":"GTC","listId":"cart"}""",
            """
            {"type":"ConfirmPayment","symbol":"MUG","account":"ANN","paymentId":"p1","orderId":"MUG-4",\
            "amount":"17.00","status":"CAPTURED"}""");

    @TempDir
    private Path directory;

    @Test
    void newDatabaseSaysWhatTheLakeDoesHoweverOftenItIsTold() throws Exception {
        Path lake = directory.resolve("lake");
        try (LakeWriter tables = LakeWriter.create(lake)) {
            for (LakeRow row : rows()) {
                tables.put(row);
            }
        }
        try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0)) {
            for (int times = 0; times < 2; times++) {
                try (Connection writer = postgres.connection(LocalPostgres.WRITER)) {
                    LakeReplayIntoViews.run(lake, writer);
                }
                try (Connection reader = postgres.connection(LocalPostgres.READER)) {
                    assertSaysWhatTheLakeDoes(reader);
                }
            }
        }
    }

    private static void assertSaysWhatTheLakeDoes(Connection reader) throws SQLException {
        assertThat(rows(reader, "select order_id, account, ord_status, cum_qty, working from view.order_status"))
                .containsExactlyInAnyOrder("MUG-3 SHOP PARTIALLY_FILLED 2 t", "MUG-4 ANN FILLED 2 f");
        assertThat(rows(reader, "select list_id, account from view.order_list")).containsExactly("cart ANN");
        assertThat(rows(reader, "select account, on_hand, allocated, available from view.stock_level"))
                .containsExactlyInAnyOrder("SHOP 7 4 3", "ANN 2 0 2");
        assertThat(rows(reader, "select bid_qty, ask_px, ask_qty from view.top_of_book"))
                .containsExactly("null 8.5000 4");
        assertThat(rows(reader, "select payment_id, order_id from view.payment"))
                .containsExactly("p1 MUG-4");
        assertThat(rows(reader, "select symbol, currency from view.instrument")).containsExactly("MUG EUR");
        assertThat(rows(
                        reader,
                        "select identifier, account, meter, extract(epoch from hour)::bigint, value, state"
                                + " from billing.usage"))
                .containsExactlyInAnyOrder(
                        "orders/ANN/MUG/2026030210 ANN ORDERS " + HOUR / 1_000 + " 1 PENDING",
                        "volume/ANN/MUG/2026030210 ANN VOLUME " + HOUR / 1_000 + " 2 PENDING");
    }

    private static List<LakeRow> rows() {
        List<LakeRow> rows = new ArrayList<>();
        ReplayedMarket market =
                new ReplayedMarket(MarketRules.of(List.of("house"), MarketRules.CORRECTABLE_MS_DEFAULT), "MUG");
        for (int i = 0; i < COMMANDS.size(); i++) {
            Cause cause = new Cause("shardId-000000000000", String.valueOf(i + 1), 0, HOUR + i);
            byte[] data = COMMANDS.get(i).getBytes(StandardCharsets.UTF_8);
            assertThat(market.apply(
                            new ArrivedRecord(cause, "MUG", data), event -> rows.add(new LakeRow.OfEvent(event))))
                    .isPresent();
        }
        rows.add(usage("orders", UsageMeter.ORDERS, 1));
        rows.add(usage("volume", UsageMeter.VOLUME, 2));
        return rows;
    }

    private static LakeRow usage(String meter, UsageMeter kind, long value) {
        String identifier = meter + "/ANN/MUG/2026030210";
        return new LakeRow.OfUsage(new UsageRecord("MUG", 9, HOUR + 3_600_000, identifier, "ANN", kind, HOUR, value));
    }

    private static List<String> rows(Connection reader, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join(" ", columns));
            }
        }
        return rows;
    }
}
