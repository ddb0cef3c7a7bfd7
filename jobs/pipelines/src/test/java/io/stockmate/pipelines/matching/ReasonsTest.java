package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.kinesis.source.HashKeys;
import io.stockmate.connectors.kinesis.source.ShardRecords;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Every reason for which a record is refused is given to some record, from the bytes of a shard through decoding and
 * matching: a reason without such a record is one that nobody can meet.
 */
class ReasonsTest {
    /** Constants that no rule gives; their Javadoc says why they are there. */
    private static final Set<OrdRejReason> NO_ORDER_MEETS = EnumSet.of(OrdRejReason.STALE);

    private static final Set<BusinessRejectReason> NO_COMMAND_MEETS = EnumSet.of(BusinessRejectReason.UNSUPPORTED);

    private static final String SYMBOL = "SKU-1";
    private static final ShardRecords WHOLE_STREAM = shard(BigInteger.ONE.shiftLeft(128));
    private static final ShardRecords OTHER_SHARD = shard(BigInteger.ONE);
    private static final String DEFINED = "\"name\":\"tea\",\"currency\":\"EUR\",\"tickSize\":\"0.01\",\"lotSize\":1,"
            + "\"maxOrderQty\":100,\"leadTimeDays\":0,\"allowShort\":false,\"tracksStock\":true";
    private static final String RESTING = "\"ordType\":\"LIMIT\",\"price\":\"10\",\"timeInForce\":\"GTC\"";

    private OneInputStreamOperatorTestHarness<ArrivedRecord, Inbound> decoding;
    private MatchOrdersHarness matching;
    private long arrived;

    @BeforeEach
    void start() throws Exception {
        decoding = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new DecodeCommands()));
        decoding.setup(InboundSerializer.INBOUND.createSerializer(new SerializerConfigImpl()));
        decoding.open();
        matching = MatchOrdersHarness.start(Backend.HEAP);
    }

    @AfterEach
    void stop() throws Exception {
        decoding.close();
        matching.close();
    }

    @Test
    void everyDeadLettersReasonIsMet() throws Exception {
        String tick = json("any", "Tick", "");
        put(OTHER_SHARD, SYMBOL, tick);
        put(WHOLE_STREAM, "SKU-2", tick);
        put(WHOLE_STREAM, SYMBOL, tick + " ".repeat(65_536));
        put(WHOLE_STREAM, SYMBOL, "{");
        put(WHOLE_STREAM, SYMBOL, json("any", "Tock", ""));
        put(WHOLE_STREAM, SYMBOL, json("nobody at all", "Tick", ""));

        assertThat(decoding.getSideOutput(LakeRows.DEAD_LETTERS))
                .extracting(
                        row -> ((LakeRow.OfDeadLetter) row.getValue()).letter().reason())
                .containsExactly(
                        DeadLetterReason.WRONG_SHARD,
                        DeadLetterReason.WRONG_PARTITION_KEY,
                        DeadLetterReason.OVERSIZE,
                        DeadLetterReason.MALFORMED,
                        DeadLetterReason.UNKNOWN_TYPE,
                        DeadLetterReason.SCHEMA)
                .containsExactlyInAnyOrder(DeadLetterReason.values());
        assertThat(matching.output()).isEmpty();
    }

    @Test
    void everyReasonToRejectAnOrderIsMet() throws Exception {
        put("ann", "NewOrder", order("o0", "BUY", 1, RESTING));
        define(DEFINED);
        put("ann", "NewOrder", order("o1", "BUY", 1, RESTING));
        put("ann", "NewOrder", order("o1", "BUY", 2, RESTING));
        put("ann", "NewOrder", order("o2", "BUY", 101, RESTING));
        put("ann", "NewOrder", order("o3", "BUY", 0, RESTING));
        put(
                "ann",
                "NewOrder",
                order(
                        "o4",
                        "BUY",
                        1,
                        "\"ordType\":\"LIMIT\",\"price\":\"10\",\"timeInForce\":\"GTD\",\"expireTime\":1"));
        put("ann", "NewOrder", order("o5", "BUY", 1, "\"ordType\":\"MARKET\",\"timeInForce\":\"GTC\""));
        put("ann", "NewOrder", order("o6", "BUY", 1, RESTING.replace("10", "NaN")));
        put("house", "SetTradingStatus", "\"status\":\"CLOSED\",\"reason\":\"night\"");
        put("ann", "NewOrder", order("o7", "BUY", 1, RESTING));

        Set<OrdRejReason> met = EnumSet.noneOf(OrdRejReason.class);
        for (EventBody body : bodies()) {
            if (body instanceof ExecutionReport report && report.ordRejReason() != null) {
                met.add(report.ordRejReason());
            }
        }
        assertThat(met).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NO_ORDER_MEETS)));
    }

    @Test
    void everyReasonToRejectACancelIsMet() throws Exception {
        define(DEFINED);
        put("ann", "NewOrder", order("o1", "BUY", 1, RESTING));
        put("ann", "CancelOrder", cancel("c1", "nothing"));
        put("ann", "CancelOrder", cancel("c2", "o1"));
        put("ann", "CancelOrder", cancel("c2", "o1"));
        put("ann", "CancelOrder", cancel("c3", "o1"));
        put("ann", "NewOrder", order("o2", "BUY", 1, RESTING));
        put("ann", "ReplaceOrder", "\"clOrdId\":\"r1\",\"origClOrdId\":\"o2\",\"orderQty\":1000");

        Set<CxlRejReason> met = EnumSet.noneOf(CxlRejReason.class);
        for (EventBody body : bodies()) {
            if (body instanceof OrderCancelReject reject) {
                met.add(reject.cxlRejReason());
            }
        }
        assertThat(met).containsExactlyInAnyOrder(CxlRejReason.values());
    }

    @Test
    void everyReasonToRejectAnyOtherCommandIsMet() throws Exception {
        put("ann", "MassCancel", "\"clOrdId\":\"m0\"");
        define(DEFINED);
        put("ann", "DefineInstrument", DEFINED);
        put("ann", "MoveStock", move("s1", "RECEIPT", 5));
        put("ann", "MoveStock", move("s1", "RECEIPT", 5));
        put("ann", "MoveStock", move("s1", "RECEIPT", 6));
        put("ann", "MoveStock", move("s2", "RECEIPT", 0));
        put("ann", "MoveStock", move("s3", "ISSUE", 6));
        put("ann", "MoveStock", move("s4", "RECEIPT", 1_000_000_000_000L));
        put("ann", "MoveStock", move("s5", "RECEIPT", 1) + ",\"ref\":\"SKU-1-77\"");
        put("house", "CorrectTrade", "\"tradeId\":\"SKU-1-T-9\",\"reason\":\"typo\"");
        put("ann", "NewOrder", order("o1", "BUY", 1, RESTING));
        put("house", "DefineInstrument", DEFINED.replace("0.01", "0.1"));

        Set<BusinessRejectReason> met = EnumSet.noneOf(BusinessRejectReason.class);
        for (EventBody body : bodies()) {
            if (body instanceof BusinessReject reject) {
                met.add(reject.reason());
            }
        }
        assertThat(met).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NO_COMMAND_MEETS)));
    }

    private static String order(String id, String side, long quantity, String rest) {
        return "\"clOrdId\":\"" + id + "\",\"side\":\"" + side + "\",\"orderQty\":" + quantity + "," + rest;
    }

    private static String cancel(String id, String of) {
        return "\"clOrdId\":\"" + id + "\",\"origClOrdId\":\"" + of + '"';
    }

    private static String move(String id, String kind, long quantity) {
        return "\"moveId\":\"" + id + "\",\"kind\":\"" + kind + "\",\"qty\":" + quantity;
    }

    private static String json(String account, String type, String fields) {
        return "{\"type\":\"" + type + "\",\"symbol\":\"" + SYMBOL + "\",\"account\":\"" + account + '"'
                + (fields.isEmpty() ? "" : "," + fields) + '}';
    }

    private void define(String fields) throws Exception {
        put(Commands.OPERATOR, "DefineInstrument", fields);
    }

    private void put(String account, String type, String fields) throws Exception {
        put(WHOLE_STREAM, SYMBOL, json(account, type, fields));
    }

    private void put(ShardRecords shard, String partitionKey, String json) throws Exception {
        Record record = Record.builder()
                .data(SdkBytes.fromByteArray(json.getBytes(StandardCharsets.UTF_8)))
                .partitionKey(partitionKey)
                .sequenceNumber(Long.toString(++arrived))
                .approximateArrivalTimestamp(Instant.ofEpochMilli(Commands.START + arrived))
                .build();
        List<ArrivedRecord> unpacked = new ArrayList<>();
        shard.unpack(record, unpacked::add);
        for (ArrivedRecord each : unpacked) {
            decoding.processElement(new StreamRecord<>(each));
        }
    }

    private List<EventBody> bodies() throws Exception {
        matching.process(decoding.extractOutputValues());
        return matching.output().stream().map(Event::body).toList();
    }

    private static ShardRecords shard(BigInteger keys) {
        return new ShardRecords("shardId-000000000000", new HashKeys(BigInteger.ZERO, keys.subtract(BigInteger.ONE)));
    }
}
