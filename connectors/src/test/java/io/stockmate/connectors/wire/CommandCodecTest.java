package io.stockmate.connectors.wire;

import static io.stockmate.connectors.wire.Records.CODEC;
import static io.stockmate.connectors.wire.Records.order;
import static io.stockmate.connectors.wire.Records.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCodecTest {
    private static final long ABSENT = Absent.NUMBER;

    @Test
    void readsAnOrder() {
        assertThat(understood(order()))
                .isEqualTo(new Command(
                        "SKU-001",
                        "shop-1",
                        ABSENT,
                        new NewOrder(
                                "order-1",
                                Side.SELL,
                                OrdType.LIMIT,
                                5,
                                125_000,
                                ABSENT,
                                TimeInForce.GTC,
                                ABSENT,
                                ABSENT,
                                ABSENT,
                                false,
                                null,
                                ABSENT,
                                null)));
    }

    static Stream<CommandBody> writableBodies() {
        return Specimens.commandBodies().stream().filter(body -> !(body instanceof Refused));
    }

    @ParameterizedTest
    @MethodSource("writableBodies")
    void decodesWhatItEncoded(CommandBody body) {
        for (Command command : new Command[] {Specimens.command(body), Specimens.bareCommand(body)}) {
            Decoded decoded = CODEC.decode(Records.record(CODEC.encode(command)));
            assertThat(decoded).isEqualTo(new Decoded.Understood(command));
        }
    }

    @Test
    void refusedCommandHasNoJsonOfItsOwn() {
        assertThatThrownBy(() -> CODEC.encode(Specimens.command(Specimens.fullRefused())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a refused NewOrder (order-1) cannot be written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12.5\"", "12.5", "12.5000", "\"12.5000\"", "125e-1", "1.25E1"})
    void priceIsAStringOrANumber(String price) {
        assertThat(understood(order("price=" + price))).isEqualTo(understood(order()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=\"red\"",
                "note={\"deep\":[1,2,{\"er\":null}]}",
                "recorded={\"arrivedAt\":1}",
                "qty=NaN",
                "moveId=17"
            })
    void fieldsUnknownToTheTypeAreIgnored(String unknown) {
        assertThat(understood(order(unknown))).isEqualTo(understood(order()));
    }

    @Test
    void orderOfMembersAndSpaceBetweenThemMeanNothing() {
        String status =
                """
                \t{ "reason" : "" ,\r\n "status":"OPEN", "account":"house", "symbol":"SKU-001", "type":"SetTradingStatus" }
                """;
        assertThat(understood(status))
                .isEqualTo(new Command("SKU-001", "house", ABSENT, new SetTradingStatus(TradingStatus.OPEN, "")));
    }

    @Test
    void nullIsAbsent() {
        assertThat(understood(order("stopPx=null", "postOnly=null", "listId=null", "transactTime=null")))
                .isEqualTo(understood(order()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-5", "9223372036854775807", "-9223372036854775807"})
    void anyWholeNumberPassesToTheMarket(String quantity) {
        NewOrder body = (NewOrder) understood(order("orderQty=" + quantity)).body();
        assertThat(body.orderQty()).isEqualTo(Long.parseLong(quantity));
    }

    @Test
    void textMayHoldWhateverCanBeEscaped() {
        String status = "{\"type\":\"SetTradingStatus\",\"symbol\":\"SKU-001\",\"account\":\"house\","
                + "\"status\":\"HALTED\",\"reason\":\"\\u0001\\n\\\"\\\\\\/\\ud83d\\udcf1 手\"}";
        assertThat(((SetTradingStatus) understood(status).body()).reason()).isEqualTo("\u0001\n\"\\/📱 手");
    }

    @Test
    void noTextOfACommandHoldsU0000AndItsSenderIsTold() {
        String status =
                """
                {"type":"SetTradingStatus","symbol":"SKU-001","account":"house","status":"OPEN","reason":"a\\u0000b"}""";

        assertThat(Records.refused(status).field()).isEqualTo("reason");
        assertThat(Records.refused(order("listId=\"a\\u0000b\"")).field()).isEqualTo("listId");
        assertThat(Records.dead(order("clOrdId=\"a\\u0000b\"")).detail()).isEqualTo("clOrdId: U+0000 is in no text");
    }

    @Test
    void whatAMarketAcceptedBeforeThatIsRead() {
        SetTradingStatus body = new SetTradingStatus(TradingStatus.OPEN, "a\0b");
        Command command = new Command("SKU-001", "house", ABSENT, body);

        Decoded decoded = CommandCodec.ofAccepted().decode(Records.record(Records.CODEC.encode(command)));

        assertThat(decoded).isEqualTo(new Decoded.Understood(command));
    }

    @Test
    void textHasUpTo1024Characters() {
        String text = "é".repeat(1_024);
        String status =
                """
                {"type":"SetTradingStatus","symbol":"SKU-001","account":"house","status":"OPEN","reason":"%s"}""";
        assertThat(((SetTradingStatus) understood(status.formatted(text)).body()).reason())
                .isEqualTo(text);
        assertThat(Records.refused(status.formatted(text + "x")).field()).isEqualTo("reason");
    }

    @ParameterizedTest
    @EnumSource(CommandType.class)
    void everyTypeReadsItsIdFirst(CommandType type) {
        if (type.idField() != null) {
            assertThat(KnownFields.of(type)).first().isEqualTo(type.idField());
        }
    }
}
