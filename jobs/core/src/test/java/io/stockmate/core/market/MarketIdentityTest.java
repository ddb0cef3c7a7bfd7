package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.MORNING;
import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketIdentityTest {
    private static final long HOUR_MS = 3_600_000L;

    private final TestMarket market = TestMarket.ofShares();

    @Test
    void equalRepeatAnswersTheStatusAndChangesNothing() {
        market.buy("ANN", "b1", 10, "9");
        market.sell("SAM", "s1", 4, "9");

        assertThat(market.buy("ANN", "b1", 10, "9")).containsExactly("ORDER_STATUS ANN/b1 PARTIALLY_FILLED 4+6");
        market.cancel("ANN", "c1", "b1");
        assertThat(market.buy("ANN", "b1", 10, "9")).containsExactly("ORDER_STATUS ANN/b1 CANCELED 4+0");
    }

    @Test
    void transactTimeIsNoPartOfTheContent() {
        CommandBody body = limit("b1", Side.BUY, 10, "9", TimeInForce.GTC);
        market.apply(new Command(TestMarket.SYMBOL, "ANN", 1, body));

        assertThat(market.apply(new Command(TestMarket.SYMBOL, "ANN", 2, body)))
                .containsExactly("ORDER_STATUS ANN/b1 NEW 0+10");
    }

    @Test
    void reusedIdIsRejectedAndTheFirstOrderStands() {
        market.buy("ANN", "b1", 10, "9");

        assertThat(market.buy("ANN", "b1", 11, "9")).containsExactly("REJECTED ANN/b1 REJECTED 0+0 6 ID_REUSED");
        assertThat(market.buy("ANN", "b1", 10, "9")).containsExactly("ORDER_STATUS ANN/b1 NEW 0+10");
        assertThat(market.buy("BOB", "b1", 11, "9")).contains("NEW BOB/b1 NEW 0+11");
    }

    @Test
    void rejectedIdIsRememberedToo() {
        market.buy("ANN", "b1", 0, "9");

        assertThat(market.buy("ANN", "b1", 0, "9")).containsExactly("ORDER_STATUS ANN/b1 REJECTED 0+0");
        assertThat(market.buy("ANN", "b1", 1, "9")).containsExactly("REJECTED ANN/b1 REJECTED 0+0 6 ID_REUSED");
    }

    @Test
    void idOfACancelCannotNameAnOrder() {
        market.cancel("ANN", "x", "nothing");

        assertThat(market.buy("ANN", "x", 1, "9")).containsExactly("REJECTED ANN/x REJECTED 0+0 6 ID_REUSED");
    }

    @Test
    void originalIdOfAReplacedOrderIsKnownWhileTheReplacementWorks() {
        market.buy("ANN", "b1", 10, "9");
        for (int day = 1; day <= 4; day++) {
            market.at(MORNING + day * 24 * HOUR_MS);
            market.replace("ANN", "r" + day, day == 1 ? "b1" : "r" + (day - 1), 10 - day, "");
        }

        assertThat(market.buy("ANN", "b1", 10, "9")).containsExactly("ORDER_STATUS ANN/b1 NEW 0+6");
    }

    @Test
    void idIsForgottenNoEarlierThanADayAfterTheEnd() {
        market.buy("ANN", "b1", 10, "9");
        market.at(MORNING + 30 * HOUR_MS).cancel("ANN", "c1", "b1");

        assertThat(market.at(MORNING + 54 * HOUR_MS).buy("ANN", "b1", 10, "9"))
                .containsExactly("ORDER_STATUS ANN/b1 CANCELED 0+0");
        assertThat(market.at(MORNING + 57 * HOUR_MS).buy("ANN", "b1", 10, "9")).contains("NEW ANN/b1 NEW 0+10");
        assertThat(market.at(MORNING + 81 * HOUR_MS).buy("ANN", "b1", 10, "9"))
                .containsExactly("ORDER_STATUS ANN/b1 NEW 0+10");
    }

    @Test
    void refusedCommandIsAnsweredWithItsFieldAndRemembered() {
        Refused refused = new Refused(CommandType.NEW_ORDER, "b1", "orderQty", 77);

        assertThat(market.send("ANN", refused)).containsExactly("REJECTED ANN/b1 REJECTED 0+0 13 INVALID_ORDER_QTY");
        assertThat(market.send("ANN", refused)).containsExactly("ORDER_STATUS ANN/b1 REJECTED 0+0");
        assertThat(market.send("ANN", new Refused(CommandType.NEW_ORDER, "b1", "orderQty", 78)))
                .containsExactly("REJECTED ANN/b1 REJECTED 0+0 6 ID_REUSED");
        assertThat(market.send("ANN", new Refused(CommandType.TICK, null, "transactTime", 81)))
                .containsExactly("BUSINESS_REJECT Tick null INVALID_FIELD INVALID_TRANSACT_TIME");
    }

    @Test
    void refusedOrderIsNoMatchAndItsStatusIsNone() {
        Refused refused = new Refused(CommandType.NEW_ORDER, "b1", "orderQty", 77);

        market.send("ANN", refused);
        assertThat(market.lastReportOf("b1").category()).isEqualTo(Category.no_match_other);
        market.send("ANN", refused);
        assertThat(market.lastReportOf("b1").category()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CANCEL_ORDER, CANCEL_REJECT x of null NONE REJECTED, 99 INVALID_PRICE, 6 DUPLICATE, 6 ID_REUSED",
        "REPLACE_ORDER, CANCEL_REJECT x of null NONE REJECTED, 99 INVALID_PRICE, 6 DUPLICATE, 6 ID_REUSED",
        "MOVE_STOCK, BUSINESS_REJECT MoveStock x, INVALID_FIELD INVALID_PRICE, DUPLICATE DUPLICATE, ID_REUSED ID_REUSED",
        "CONFIRM_PAYMENT, BUSINESS_REJECT ConfirmPayment x, INVALID_FIELD INVALID_PRICE, DUPLICATE DUPLICATE, ID_REUSED ID_REUSED"
    })
    void idOfARefusedCommandIsRemembered(CommandType type, String answer, String first, String repeat, String reuse) {
        assertThat(market.send("ANN", new Refused(type, "x", "price", 1))).containsExactly(answer + " " + first);
        assertThat(market.send("ANN", new Refused(type, "x", "price", 1))).containsExactly(answer + " " + repeat);
        assertThat(market.send("ANN", new Refused(type, "x", "price", 2))).containsExactly(answer + " " + reuse);
    }

    @Test
    void idsOfOrdersPaymentsAndMovementsAreApart() {
        TestMarket goods = TestMarket.ofGoods(0);

        assertThat(goods.buy("ANN", "x", 10, "9")).contains("NEW ANN/x NEW 0+10");
        assertThat(goods.receive("ANN", "x", 5)).containsExactly("STOCK ANN RECEIPT 5: 5-0=5 +0");
        assertThat(goods.send("ANN", new ConfirmPayment("x", "SKU-1-2", 1, PaymentStatus.CAPTURED)))
                .containsExactly("ACCEPTED ConfirmPayment");
    }

    @Test
    void cancelAndReplacementThatSayTheSameAreNoRepeat() {
        market.buy("ANN", "b1", 10, "9");
        market.cancel("ANN", "x", "b1");

        assertThat(market.replace("ANN", "x", "b1", NONE, ""))
                .containsExactly("CANCEL_REJECT x of b1 SKU-1-2 CANCELED 6 ID_REUSED");
    }

    @Test
    void paymentsAreTakenOnce() {
        market.buy("ANN", "b1", 10, "9");
        ConfirmPayment payment = new ConfirmPayment("p1", "SKU-1-2", 900_000, PaymentStatus.CAPTURED);

        assertThat(market.send("ANN", payment)).containsExactly("ACCEPTED ConfirmPayment");
        assertThat(market.send("ANN", payment))
                .containsExactly("BUSINESS_REJECT ConfirmPayment p1 DUPLICATE DUPLICATE");
        assertThat(market.send("ANN", new ConfirmPayment("p1", "SKU-1-2", 1, PaymentStatus.CAPTURED)))
                .containsExactly("BUSINESS_REJECT ConfirmPayment p1 ID_REUSED ID_REUSED");
        assertThat(market.send("ANN", new ConfirmPayment("p2", "SKU-1-99", 1, PaymentStatus.FAILED)))
                .containsExactly("BUSINESS_REJECT ConfirmPayment p2 UNKNOWN_ORDER UNKNOWN_ORDER");
        assertThat(market.send("ANN", new ConfirmPayment("p3", "SKU-1-2", 0, PaymentStatus.FAILED)))
                .containsExactly("BUSINESS_REJECT ConfirmPayment p3 INVALID_FIELD INVALID_AMOUNT");
        assertThat(market.send("ANN", new ConfirmPayment("p4", "SKU-1-2", Limits.MONEY, PaymentStatus.FAILED)))
                .containsExactly("BUSINESS_REJECT ConfirmPayment p4 EXCEEDS_LIMIT EXCEEDS_MONEY_LIMIT");
    }

    @Test
    void paymentIsOfAnOrderOfTheSymbolThatCameBefore() {
        market.buy("ANN", "b1", 10, "9");
        String own = "SKU-1-" + (market.market().commandSeq() + 1);

        for (String order : List.of(own, "SKU-2-2", "nothing")) {
            assertThat(market.send("ANN", new ConfirmPayment("p " + order, order, 1, PaymentStatus.CAPTURED)))
                    .containsExactly("BUSINESS_REJECT ConfirmPayment p " + order + " UNKNOWN_ORDER UNKNOWN_ORDER");
        }
    }

    @Test
    void onlyTheBuyerPaysForAnOrderThatIsKnown() {
        market.buy("ANN", "b1", 10, "9");
        market.sell("SAM", "s1", 20, "9");
        List<String> unknown = List.of("BUSINESS_REJECT ConfirmPayment p1 UNKNOWN_ORDER UNKNOWN_ORDER");

        assertThat(market.send("EVE", new ConfirmPayment("p1", "SKU-1-2", 1, PaymentStatus.CAPTURED)))
                .isEqualTo(unknown);
        assertThat(market.send("SAM", new ConfirmPayment("p1", "SKU-1-3", 1, PaymentStatus.CAPTURED)))
                .isEqualTo(unknown);
        market.at(MORNING + 6 * 24 * HOUR_MS).snapshot().restore();
        assertThat(market.send("BOB", new ConfirmPayment("p1", "SKU-1-2", 1, PaymentStatus.CAPTURED)))
                .isEqualTo(unknown);
        assertThat(market.send("ANN", new ConfirmPayment("p1", "SKU-1-2", 1, PaymentStatus.CAPTURED)))
                .containsExactly("ACCEPTED ConfirmPayment");
    }

    @Test
    void idsOfPaymentsAndMovementsAreRememberedAsLongAsTradesCanBeCorrected() {
        TestMarket goods = TestMarket.ofGoods(0);
        goods.buy("ANN", "b1", 10, "9");
        ConfirmPayment payment = new ConfirmPayment("p1", "SKU-1-2", 900_000, PaymentStatus.CAPTURED);
        goods.send("ANN", payment);
        goods.receive("SAM", "m1", 5);

        goods.at(MORNING + 7 * 24 * HOUR_MS).snapshot().restore();
        assertThat(goods.send("ANN", payment)).containsExactly("BUSINESS_REJECT ConfirmPayment p1 DUPLICATE DUPLICATE");
        assertThat(goods.receive("SAM", "m1", 5)).containsExactly("BUSINESS_REJECT MoveStock m1 DUPLICATE DUPLICATE");
        assertThat(goods.pieces.keySet()).anyMatch(piece -> piece.startsWith(Pieces.BOOKED_IDS));

        goods.at(MORNING + (7 * 24 + 2) * HOUR_MS).operate(new Tick());
        goods.snapshot();
        assertThat(goods.pieces.keySet()).noneMatch(piece -> piece.startsWith(Pieces.BOOKED_IDS));
        assertThat(goods.send("ANN", payment)).containsExactly("ACCEPTED ConfirmPayment");
    }
}
