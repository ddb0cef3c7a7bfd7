package io.stockmate.local.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeQueries;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that producers get wrong, put into Kinesis: each is answered or a dead letter, and the job goes on. */
class ProducerErrorsTest {
    private static final String SYMBOL = "SKU-7";
    private static final int OVERSIZE = 65_537;

    @TempDir
    private Path directory;

    private final List<OutgoingRecord> records = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();

    @Test
    void eachErrorIsAnsweredOrADeadLetterAndTheJobNeverRestarts() throws Exception {
        define();
        sendWhatCannotBeRead();
        sendWhatHasABadField();
        sendWhatTheMarketRefuses();
        sendUnknownSymbols();
        answered("{'type':'Tick','symbol':'SKU-7','account':'CLOCK'}", "Accepted");

        List<String> answers = new ArrayList<>();
        try (Platform platform = Platform.start(PlatformSettings.onFreePorts(directory))) {
            new Conversation(platform).hold(records).forEach(events -> answers.add(line(events)));
            assertThat(platform.restarts()).isZero();
        }

        assertThat(answers).isEqualTo(expected);
        try (LakeQueries lake = LakeQueries.open(directory.resolve("lake"))) {
            assertThat(column(lake, "select reason from dead_letter")).containsExactlyInAnyOrderElementsOf(deadLetters);
            assertThat(column(lake, "select count(*) from command"))
                    .containsExactly(Integer.toString(records.size() - deadLetters.size()));
            assertThat(column(lake, "select count(*) from command where commandSeq = 0"))
                    .containsExactly("3");
        }
    }

    private void define() {
        answered(
                "{'type':'DefineInstrument','symbol':'SKU-7','account':'OPS','name':'Mug','currency':'EUR',"
                        + "'tickSize':'0.05','lotSize':5,'maxOrderQty':1000,'leadTimeDays':0,'tracksStock':true}",
                "Accepted");
        answered(move("m1", "RECEIPT", "100"), "StockLevel");
        answered(order("s1", "SELL", "20", "'10.00'", ""), "NEW, StockLevel, TopOfBook");
    }

    private void sendWhatCannotBeRead() {
        dead(SYMBOL, "{'type':'NewOrder',", "MALFORMED");
        dead(SYMBOL, "", "MALFORMED");
        dead(SYMBOL, new byte[] {(byte) 0xFF, 0, (byte) 0x80, 1}, "MALFORMED");
        dead(SYMBOL, "[1]", "MALFORMED");
        dead(SYMBOL, "{'type':'Tick','symbol':'SKU-7','symbol':'SKU-7','account':'CLOCK'}", "MALFORMED");
        dead(SYMBOL, " ".repeat(OVERSIZE), "OVERSIZE");
        dead("SKU-8", order("k1", "BUY", "5", "'9.00'", ""), "WRONG_PARTITION_KEY");
        dead(SYMBOL, "{'type':'Steal','symbol':'SKU-7','account':'ANN'}", "UNKNOWN_TYPE");
        dead(SYMBOL, "{'type':'Tick','symbol':'SKU-7'}", "SCHEMA");
    }

    private void sendWhatHasABadField() {
        rejected(order("f1", "BUY", "-5", "'9.00'", ""), "13 INVALID_ORDER_QTY");
        rejected(order("f2", "BUY", "0", "'9.00'", ""), "13 INVALID_ORDER_QTY");
        rejected(order("f3", "BUY", "1.5", "'9.00'", ""), "13 INVALID_ORDER_QTY");
        rejected(order("f4", "BUY", "6", "'9.00'", ""), "13 INVALID_ORDER_QTY");
        rejected(order("f5", "BUY", "99999999999999999999", "'9.00'", ""), "13 INVALID_ORDER_QTY");
        rejected(order("f6", "BUY", "5", "'-9.00'", ""), "99 INVALID_PRICE");
        rejected(order("f7", "BUY", "5", "0", ""), "99 INVALID_PRICE");
        rejected(order("f8", "BUY", "5", "'9.01'", ""), "99 INVALID_PRICE");
        rejected(order("f9", "BUY", "5", "NaN", ""), "99 INVALID_PRICE");
        rejected(order("f10", "BUY", "5", "1e400", ""), "99 INVALID_PRICE");
        rejected(order("f11", "BUY", "5", "'99999999999999999999'", ""), "99 INVALID_PRICE");
        rejected(order("f12", "BUY", "5", "'200000000.00'", ""), "3 EXCEEDS_PRICE_LIMIT");
        rejected(order("f13", "BUY", "1005", "'9.00'", ""), "3 EXCEEDS_MAX_ORDER_QTY");
        rejected(order("f14", "SIDEWAYS", "5", "'9.00'", ""), "99 INVALID_SIDE");
        rejected(
                "{'type':'NewOrder','symbol':'SKU-7','account':'ANN','clOrdId':'f15','side':'BUY',"
                        + "'ordType':'LIMIT','orderQty':5,'timeInForce':'GTC'}",
                "99 INVALID_PRICE");
        answered(move("m2", "RECEIPT", "NaN"), "BusinessReject INVALID_FIELD INVALID_QTY");
    }

    private void sendWhatTheMarketRefuses() {
        answered(order("b1", "BUY", "5", "'9.00'", ""), "NEW, TopOfBook");
        answered(order("b1", "BUY", "5", "'9.0'", ",'comment':{'to':['you']}"), "ORDER_STATUS");
        rejected(order("b1", "BUY", "10", "'9.00'", ""), "6 ID_REUSED");
        answered(cancel("c1", "nothing"), "OrderCancelReject 1 UNKNOWN_ORDER");
        answered(cancel("c2", "s1"), "OrderCancelReject 1 UNKNOWN_ORDER");
        answered(cancel("c3", "b1"), "CANCELED, TopOfBook");
        answered(cancel("c4", "b1"), "OrderCancelReject 0 TOO_LATE");
        answered(cancel("c4", "b1"), "OrderCancelReject 6 DUPLICATE");
        rejected(order("g1", "BUY", "5", "'9.00'", ",'expireTime':1000").replace("GTC", "GTD"), "4 TOO_LATE");
        rejected(order("s2", "SELL", "5", "'9.00'", ""), "3 INSUFFICIENT_STOCK");
        answered(order("s3", "BUY", "5", "'10.00'", "").replace("ANN", "SHOP"), "NEW, CANCELED SELF_TRADE");
        answered(move("m1", "RECEIPT", "100"), "BusinessReject DUPLICATE DUPLICATE");
        answered(move("m1", "RECEIPT", "101"), "BusinessReject ID_REUSED ID_REUSED");
        rejected(order("u1", "BUY", "5", "'9.00'", ",'stopPx':'9.00'"), "11 UNSUPPORTED_STOP_PX");
    }

    private void sendUnknownSymbols() {
        rejected(order("x1", "BUY", "5", "'9.00'", "").replace(SYMBOL, "NOBODY"), "1 UNKNOWN_SYMBOL");
        answered(cancel("x2", "x1").replace(SYMBOL, "NOBODY"), "OrderCancelReject 1 UNKNOWN_SYMBOL");
        answered(move("x3", "RECEIPT", "5").replace(SYMBOL, "NOBODY"), "BusinessReject UNKNOWN_SYMBOL UNKNOWN_SYMBOL");
    }

    private static String order(String id, String side, String quantity, String price, String more) {
        return "{'type':'NewOrder','symbol':'SKU-7','account':'" + (id.equals("s1") ? "SHOP" : "ANN")
                + "','clOrdId':'" + id + "','side':'" + side + "','ordType':'LIMIT','orderQty':" + quantity
                + ",'price':" + price + ",'timeInForce':'GTC'" + more + "}";
    }

    private static String cancel(String id, String origId) {
        return "{'type':'CancelOrder','symbol':'SKU-7','account':'ANN','clOrdId':'" + id + "','origClOrdId':'" + origId
                + "'}";
    }

    private static String move(String id, String kind, String quantity) {
        return "{'type':'MoveStock','symbol':'SKU-7','account':'SHOP','moveId':'" + id + "','kind':'" + kind
                + "','qty':" + quantity + "}";
    }

    private void rejected(String json, String reason) {
        answered(json, "REJECTED " + reason);
    }

    private void answered(String json, String answer) {
        String symbol = json.contains("NOBODY") ? "NOBODY" : SYMBOL;
        records.add(new OutgoingRecord(symbol, json.replace('\'', '"').getBytes(UTF_8)));
        expected.add(answer);
    }

    private void dead(String partitionKey, String json, String reason) {
        dead(partitionKey, json.replace('\'', '"').getBytes(UTF_8), reason);
    }

    private void dead(String partitionKey, byte[] data, String reason) {
        records.add(new OutgoingRecord(partitionKey, data));
        expected.add("");
        deadLetters.add(reason);
    }

    private static String line(List<Event> events) {
        return String.join(", ", events.stream().map(ProducerErrorsTest::word).toList());
    }

    private static String word(Event event) {
        if (event.body() instanceof ExecutionReport report) {
            String reason = report.ordRejReason() == null
                    ? ""
                    : " " + report.ordRejReason().code();
            return report.execType()
                    + reason
                    + (report.text() == null || report.text().equals("BY_OWNER") ? "" : " " + report.text());
        } else if (event.body() instanceof OrderCancelReject reject) {
            return "OrderCancelReject " + reject.cxlRejReason().code() + " " + reject.text();
        } else if (event.body() instanceof BusinessReject reject) {
            return "BusinessReject " + reject.reason() + " " + reject.text();
        }
        return event.body().type().wireName();
    }

    private static List<String> column(LakeQueries lake, String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (Answer answer = lake.ask(sql)) {
            while (answer.next()) {
                values.add(answer.text(0));
            }
        }
        return values;
    }
}
