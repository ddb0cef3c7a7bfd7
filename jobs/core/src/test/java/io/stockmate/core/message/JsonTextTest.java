package io.stockmate.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void commandIsOneLineAsAProducerWouldSendIt() {
        assertThat(JsonText.of(Specimens.command(Specimens.full(CommandType.NEW_ORDER))))
                .isEqualTo("{\"type\":\"NewOrder\",\"symbol\":\"SKU-001\",\"account\":\"shop-1\","
                        + "\"transactTime\":1772634599970,\"clOrdId\":\"order-1\",\"side\":\"SELL\","
                        + "\"ordType\":\"STOP_LIMIT\",\"orderQty\":500,\"price\":\"1234.56\",\"stopPx\":\"1240\","
                        + "\"timeInForce\":\"GTD\",\"expireTime\":1772638200000,\"displayQty\":100,\"minQty\":50,"
                        + "\"postOnly\":true,\"selfTradePrevention\":\"DECREMENT\",\"leadTimeDays\":3,"
                        + "\"listId\":\"cart-9\"}");
    }

    @Test
    void absentFieldsAreLeftOut() {
        assertThat(JsonText.of(Specimens.bareCommand(Specimens.bare(CommandType.NEW_ORDER))))
                .isEqualTo("{\"type\":\"NewOrder\",\"symbol\":\"SKU-001\",\"account\":\"shop-1\","
                        + "\"clOrdId\":\"order-1\",\"side\":\"BUY\",\"ordType\":\"MARKET\",\"orderQty\":1,"
                        + "\"timeInForce\":\"IOC\"}");
        assertThat(JsonText.of(Specimens.bareCommand(Specimens.bare(CommandType.TICK))))
                .isEqualTo("{\"type\":\"Tick\",\"symbol\":\"SKU-001\",\"account\":\"shop-1\"}");
    }

    @Test
    void eventIsHeaderChainCauseAndBody() {
        assertThat(JsonText.of(Specimens.event(Specimens.full(EventType.TOP_OF_BOOK))))
                .isEqualTo("{\"type\":\"TopOfBook\",\"symbol\":\"SKU-001\",\"seq\":4712,\"commandSeq\":815,"
                        + "\"execId\":\"SKU-001-4712\",\"ts\":1772634600000,\"chain\":\"fedcba9876543210\","
                        + "\"cause\":{\"shardId\":\"shardId-000000000003\","
                        + "\"sequenceNumber\":\"49590338271490256608559692538361571095921575989136588898\","
                        + "\"subSequence\":7,\"arrivedAt\":1772634599988},"
                        + "\"bidPx\":\"1229\",\"bidQty\":35,\"askPx\":\"1230.0001\",\"askQty\":240}");
    }

    @Test
    void quotesBackslashesAndControlsAreEscaped() {
        assertThat(line(json -> json.text("a", "\"\\/\b\n\0\u001f\u007fé📱")))
                .isEqualTo("{\"a\":\"\\\"\\\\/\\u0008\\u000a\\u0000\\u001f\u007fé📱\"}");
    }

    @Test
    void hashHasSixteenDigitsAndBytesAreBase64() {
        assertThat(line(json -> {
                    json.hash("zero", 0);
                    json.hash("minus", -1);
                    json.bytes("bytes", new byte[] {(byte) 0xFB, (byte) 0xFF, 0});
                }))
                .isEqualTo("{\"zero\":\"0000000000000000\",\"minus\":\"ffffffffffffffff\",\"bytes\":\"+/8A\"}");
    }

    @Test
    void objectWithoutMembersIsEmpty() {
        assertThat(line(json -> {
                    json.text("a", null);
                    json.integer("b", Absent.NUMBER);
                    json.decimal("c", Absent.NUMBER);
                    json.time("d", Absent.NUMBER);
                    json.flag("e", false);
                    json.code("f", null);
                    json.bytes("g", null);
                }))
                .isEqualTo("{}");
    }

    @Property
    void anyTextIsReadBackByAnotherReader(@ForAll String text) throws JsonProcessingException {
        String line = line(json -> json.text("a", text));

        assertThat(JSON.readTree(line).get("a").textValue()).isEqualTo(text);
        assertThat(line.chars()).noneMatch(character -> character < 0x20);
    }

    static Stream<MessageType<?>> types() {
        return MessageType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsReadBackByAnotherReader(MessageType<?> type) throws JsonProcessingException {
        for (Described message : List.of(type.full(), type.bare())) {
            Iterator<Map.Entry<String, JsonNode>> members =
                    JSON.readTree(line(message::write)).fields();
            for (Announced field : RecordingSink.fieldsOf(message)) {
                if (field.value() != null) {
                    Map.Entry<String, JsonNode> member = members.next();
                    assertThat(member.getKey()).isEqualTo(field.name());
                    assertMember(member.getValue(), field);
                }
            }
            assertThat(members).isExhausted();
        }
    }

    private static void assertMember(JsonNode node, Announced field) {
        JsonNodeType type =
                switch (field.kind()) {
                    case TEXT, DECIMAL, CODE, HASH, BYTES -> JsonNodeType.STRING;
                    case INTEGER, TIME -> JsonNodeType.NUMBER;
                    case FLAG -> JsonNodeType.BOOLEAN;
                };
        String text =
                switch (field.kind()) {
                    case TEXT, CODE, INTEGER, TIME, FLAG -> String.valueOf(field.value());
                    case DECIMAL -> Decimal.toString((long) field.value());
                    case HASH -> String.format("%016x", (long) field.value());
                    case BYTES -> Base64.getEncoder().encodeToString((byte[]) field.value());
                };
        assertThat(node.getNodeType()).as(field.name()).isEqualTo(type);
        assertThat(node.asText()).as(field.name()).isEqualTo(text);
    }

    private static String line(Described members) {
        StringBuilder text = new StringBuilder();
        JsonText json = JsonText.open(text);
        members.write(json);
        json.close();
        return text.toString();
    }
}
