package io.stockmate.connectors.wire;

import static io.stockmate.connectors.wire.Records.dead;
import static io.stockmate.connectors.wire.Records.order;
import static io.stockmate.connectors.wire.Records.record;
import static io.stockmate.connectors.wire.Records.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.Specimens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that nobody can answer. */
class DeadLettersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\0",
                "hello",
                "17",
                "null",
                "\"NewOrder\"",
                "[]",
                "[{\"type\":\"Tick\"}]",
                "{",
                "{\"type\"",
                "{\"type\":",
                "{\"type\":}",
                "{\"type\":\"Tick\",}",
                "{type:\"Tick\"}",
                "{'type':'Tick'}",
                "{} {}",
                "{}x",
                "{}}",
                "{\"price\":01}",
                "{\"price\":1.}",
                "{\"price\":.5}",
                "{\"price\":+1}",
                "{\"price\":nan}",
                "{\"reason\":\"tab\there\"}",
                "{\"reason\":\"\\x41\"}",
                "{\"reason\":\"\\u00g0\"}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1 /* one */}",
                "\uFEFF{}"
            })
    void whatIsNotOneJsonObjectIsMalformed(String text) {
        assertThat(dead(text).reason()).isEqualTo(DeadLetterReason.MALFORMED);
    }

    @Test
    void whatIsNotUtf8IsMalformed() {
        byte[] latin = order("listId=\"é\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(dead(record(latin)).detail()).isEqualTo("not UTF-8");
        assertThat(dead(record(order().getBytes(StandardCharsets.UTF_16BE))).reason())
                .isEqualTo(DeadLetterReason.MALFORMED);
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
        assertThat(dead(record(overlong)).detail()).isEqualTo("not UTF-8");
        byte[] surrogate = {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'};
        assertThat(dead(record(surrogate)).detail()).isEqualTo("not UTF-8");
    }

    @Test
    void whatPassesALimitIsMalformed() {
        assertThat(understood(order("note=" + "[".repeat(7) + "]".repeat(7)))).isEqualTo(understood(order()));
        assertThat(dead(order("note=" + "[".repeat(8) + "]".repeat(8))).detail())
                .contains("nesting depth (9)");
        assertThat(dead(order("note=" + "[".repeat(30_000) + "]".repeat(30_000)))
                        .reason())
                .isEqualTo(DeadLetterReason.MALFORMED);
        assertThat(Records.refused(order("price=" + "1".repeat(1_024))).field()).isEqualTo("price");
        assertThat(dead(order("price=" + "1".repeat(1_025))).detail()).contains("Number value length (1025)");
        assertThat(Records.refused(order("listId=\"" + "1".repeat(32_768) + '"'))
                        .field())
                .isEqualTo("listId");
        assertThat(dead(order("listId=\"" + "1".repeat(32_769) + '"')).detail())
                .contains("String value length (32769)");
        assertThat(understood(order("n".repeat(256) + "=1"))).isEqualTo(understood(order()));
        assertThat(dead(order("n".repeat(257) + "=1")).detail()).contains("Name length (257)");
    }

    @Test
    void moreThan64KibIsOversizeWhateverItIs() {
        String json = order();
        String fits = json + " ".repeat(65_536 - json.length());
        assertThat(understood(fits)).isEqualTo(understood(json));
        DeadLetter letter = dead(fits + " ");
        assertThat(letter.reason()).isEqualTo(DeadLetterReason.OVERSIZE);
        assertThat(letter.detail()).isEqualTo("65537 bytes are more than 65536");
        assertThat(letter.length()).isEqualTo(65_537);
        assertThat(dead(record(new byte[1_000_000])).reason()).isEqualTo(DeadLetterReason.OVERSIZE);
    }

    @Test
    void wrongShardComesBeforeAllButTheSize() {
        byte[] readable = order().getBytes(StandardCharsets.UTF_8);
        for (byte[] data : new byte[][] {readable, "no JSON".getBytes(StandardCharsets.UTF_8)}) {
            DeadLetter letter = dead(new ArrivedRecord(Specimens.cause(), "SKU-002", data, true));
            assertThat(letter.reason()).isEqualTo(DeadLetterReason.WRONG_SHARD);
            assertThat(letter.detail())
                    .isEqualTo("the partition key SKU-002 does not belong to "
                            + Specimens.cause().shardId());
        }
        assertThat(dead(new ArrivedRecord(Specimens.cause(), "SKU-001", new byte[70_000], true))
                        .reason())
                .isEqualTo(DeadLetterReason.OVERSIZE);
    }

    @Test
    void partitionKeyOtherThanTheSymbolComesBeforeTypeAndAccount() {
        for (String json : new String[] {order(), order("type=\"Nonsense\""), order("type="), order("account=")}) {
            DeadLetter letter =
                    dead(new ArrivedRecord(Specimens.cause(), "SKU-002", json.getBytes(StandardCharsets.UTF_8)));
            assertThat(letter.reason()).isEqualTo(DeadLetterReason.WRONG_PARTITION_KEY);
            assertThat(letter.detail()).isEqualTo("the partition key SKU-002 is not the symbol SKU-001");
            assertThat(letter.partitionKey()).isEqualTo("SKU-002");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "symbol=,symbol: absent",
                "symbol=null,symbol: absent",
                "symbol=5,symbol: 5 is no string",
                "symbol=\"sku-001\",symbol: \"sku-001\" is not 1 to 32 of [A-Z0-9._-]",
                "symbol=\"\",symbol: \"\" is not 1 to 32 of [A-Z0-9._-]",
                "symbol=\"SKÜ\",symbol: \"SKÜ\" is not 1 to 32 of [A-Z0-9._-]",
                "type=,type: absent",
                "type=7,type: 7 is no string",
                "account=,account: absent",
                "account=\"a.b\",account: \"a.b\" is not 1 to 32 of [A-Za-z0-9_-]",
                "account=\"123456789012345678901234567890123\","
                        + "account: \"123456789012345678901234567890123\" is not 1 to 32 of [A-Za-z0-9_-]",
                "clOrdId=,clOrdId: absent",
                "clOrdId=1,clOrdId: 1 is no string",
                "clOrdId=\"a.b\",clOrdId: \"a.b\" is not 1 to 64 of [A-Za-z0-9_-]",
                "clOrdId=\"\\ud800\",clOrdId: half of a surrogate pair has no UTF-8"
            })
    void withoutAnAddressThereIsNoAnswer(String change, String detail) {
        for (String json : new String[] {order(change), order("price=NaN", "transactTime=NaN", change)}) {
            DeadLetter letter = dead(json);
            assertThat(letter.reason()).isEqualTo(DeadLetterReason.SCHEMA);
            assertThat(letter.detail()).isEqualTo(detail);
        }
    }

    @Test
    void typeThatIsNoCommandIsUnknown() {
        assertThat(dead(order("type=\"newOrder\"")))
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo(DeadLetterReason.UNKNOWN_TYPE))
                .satisfies(letter -> assertThat(letter.detail()).isEqualTo("newOrder is no command"));
        assertThat(dead(order("type=\"ExecutionReport\"")).reason()).isEqualTo(DeadLetterReason.UNKNOWN_TYPE);
    }

    @Test
    void letterKeepsHashLengthAndBeginning() {
        byte[] data = new byte[2_000];
        Arrays.fill(data, (byte) 'x');
        DeadLetter letter = dead(record(data));
        assertThat(letter.cause()).isEqualTo(Specimens.cause());
        assertThat(letter.length()).isEqualTo(2_000);
        assertThat(letter.head()).hasSize(1_024).containsOnly('x');
        assertThat(letter.sha256()).isEqualTo("5c0e0ea421571c300b5df6aec0a118b5c3dc02e0683a546341d5efc689df2f58");
        assertThat(letter.detail()).hasSizeLessThanOrEqualTo(256);
    }

    @Test
    void detailIsFitForPeople() {
        String detail =
                dead(order("type=\"\\u0007" + "long".repeat(200) + "\\ud83d\"")).detail();
        assertThat(detail).isEqualTo("type: half of a surrogate pair has no UTF-8");
        detail = dead(order("type=\"\\u0007" + "long".repeat(200) + '"')).detail();
        assertThat(detail).hasSize(256).startsWith("?longlong").endsWith("…");
    }
}
