package io.stockmate.connectors.wire;

import static io.stockmate.connectors.wire.Records.order;
import static io.stockmate.connectors.wire.Records.refused;
import static io.stockmate.connectors.wire.Records.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.NewOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that the market answers although a field could not be read. */
class RefusedFieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "orderQty=",
                "orderQty=null",
                "orderQty=1.5",
                "orderQty=1.0",
                "orderQty=1e3",
                "orderQty=\"5\"",
                "orderQty=true",
                "orderQty=[5]",
                "orderQty=NaN",
                "orderQty=9223372036854775808",
                "orderQty=-9223372036854775808",
                "price=NaN",
                "price=Infinity",
                "price=-Infinity",
                "price=1e400",
                "price=1e1000000000",
                "price=\"1e2\"",
                "price=1.00000",
                "price=\"12.50001\"",
                "price=\"\"",
                "price=\" 12.5\"",
                "price=\"+12.5\"",
                "price=\"twelve\"",
                "price=100000000000000",
                "price={}",
                "price=false",
                "side=",
                "side=\"buy\"",
                "side=1",
                "side=\"\"",
                "ordType=\"ICEBERG\"",
                "timeInForce=",
                "expireTime=\"2026-03-04T00:00:00Z\"",
                "expireTime=1.5",
                "expireTime=253402300800000",
                "postOnly=\"true\"",
                "postOnly=1",
                "selfTradePrevention=\"NEVER\"",
                "leadTimeDays=2.5",
                "listId=\"\"",
                "listId=\"a b\"",
                "listId=\"\\ud800\"",
                "transactTime=\"yesterday\"",
                "transactTime=-1.5",
                "transactTime=-1",
                "expireTime=-1",
                "expireTime=253402300800000"
            })
    void unreadableFieldIsNamed(String change) {
        String field = change.substring(0, change.indexOf('='));
        Command command = understood(order(change));
        assertThat(command.symbol()).isEqualTo("SKU-001");
        assertThat(command.account()).isEqualTo("shop-1");
        assertThat(refused(order(change)))
                .satisfies(body -> assertThat(body.field()).isEqualTo(field))
                .satisfies(body -> assertThat(body.id()).isEqualTo("order-1"))
                .satisfies(body -> assertThat(body.refType()).isEqualTo(CommandType.NEW_ORDER));
    }

    @Test
    void theFirstUnreadableFieldOfTheSchemaIsNamed() {
        assertThat(refused(order("price=NaN", "side=", "orderQty=1.5")).field()).isEqualTo("side");
        assertThat(refused(order("side=", "transactTime=x".replace("x", "\"x\"")))
                        .field())
                .isEqualTo("transactTime");
    }

    @Test
    void timesReachFrom1970ToTheEndOfTheYear9999() {
        assertThat(understood(order("expireTime=0", "transactTime=253402300799999"))
                        .body())
                .isInstanceOf(NewOrder.class);
    }

    @Test
    void readableTransactTimeIsKept() {
        assertThat(understood(order("price=NaN", "transactTime=17")).transactTime())
                .isEqualTo(17);
        assertThat(understood(order("transactTime=NaN")).transactTime()).isEqualTo(Absent.NUMBER);
    }

    @Test
    void typeWithoutAnIdIsRefusedWithoutOne() {
        assertThat(refused("{\"type\":\"Tick\",\"symbol\":\"SKU-001\",\"account\":\"clock\",\"transactTime\":\"now\"}")
                        .id())
                .isNull();
    }

    @Test
    void equalContentHasEqualHash() {
        long hash = refused(order("price=NaN")).contentHash();
        assertThat(refused(order("price=NaN", "colour=\"red\"", "transactTime=5"))
                        .contentHash())
                .isEqualTo(hash);
        assertThat(refused(order("side=\"\\u0053ELL\"", "price=NaN", "orderQty=5", "stopPx=null"))
                        .contentHash())
                .isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({"price=Infinity", "price=", "orderQty=6", "clOrdId=\"order-2\"", "side=\"BUY\"", "listId=\"cart-9\""})
    void otherContentHasAnotherHash(String change) {
        assertThat(refused(order("price=NaN", "orderQty=1.5", change)).contentHash())
                .isNotEqualTo(refused(order("price=NaN", "orderQty=1.5")).contentHash());
    }

    @Test
    void sameFieldsUnderAnotherTypeHaveAnotherHash() {
        String cancel =
                "{\"type\":\"%s\",\"symbol\":\"SKU-001\",\"account\":\"a\",\"clOrdId\":\"c\",\"origClOrdId\":\"\"}";
        assertThat(refused(cancel.formatted("CancelOrder")).contentHash())
                .isNotEqualTo(refused(cancel.formatted("ReplaceOrder")).contentHash());
    }
}
