package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.Side;
import org.junit.jupiter.api.Test;

class MassCancelTest {
    private final TestMarket market = TestMarket.ofGoods(0);

    MassCancelTest() {
        market.receive("ANN", "m1", 10);
        market.buy("ANN", "b1", 5, "9");
        market.buy("BOB", "b1", 5, "9");
        market.sell("ANN", "s1", 4, "11");
        market.buy("ANN", "b2", 6, "8");
    }

    @Test
    void allOrdersOfTheAccountAreCancelledInOrderOfEntry() {
        market.replace("ANN", "b3", "b1", 7, "8.5");

        assertThat(market.send("ANN", new MassCancel("c1", null)))
                .containsExactly(
                        "ACCEPTED MassCancel",
                        "CANCELED ANN/c1 CANCELED 0+0 BY_OWNER",
                        "CANCELED ANN/c1 CANCELED 0+0 BY_OWNER",
                        "STOCK ANN RELEASE -4: 10-0=10 +0",
                        "CANCELED ANN/c1 CANCELED 0+0 BY_OWNER",
                        "TOP 5@9 | -");
        assertThat(market.canceled("c1")).containsExactly("b3", "s1", "b2");
    }

    @Test
    void oneSideIsEnough() {
        assertThat(market.send("ANN", new MassCancel("c1", Side.SELL))).hasSize(4);
        assertThat(market.canceled("c1")).containsExactly("s1");
        assertThat(market.send("ANN", new MassCancel("c2", Side.BUY))).hasSize(4);
        assertThat(market.canceled("c2")).containsExactly("b1", "b2");
    }

    @Test
    void answerTellsHowManyCancelsFollow() {
        market.send("ANN", new MassCancel("c1", null));

        Accepted accepted = market.events.stream()
                .filter(event ->
                        event.body() instanceof Accepted answer && answer.kind().equals("MassCancel"))
                .map(event -> (Accepted) event.body())
                .findFirst()
                .orElseThrow();
        assertThat(accepted.body())
                .isEqualTo("{\"type\":\"MassCancel\",\"symbol\":\"SKU-1\",\"account\":\"ANN\","
                        + "\"clOrdId\":\"c1\",\"count\":3}");
    }

    @Test
    void nothingToCancelIsAccepted() {
        assertThat(market.send("EVE", new MassCancel("c1", null))).containsExactly("ACCEPTED MassCancel");
    }

    @Test
    void partlyFilledOrderEndsWithWhatItHas() {
        market.buy("EVE", "b1", 1, "11");

        assertThat(market.send("ANN", new MassCancel("c1", Side.SELL)))
                .contains("CANCELED ANN/c1 CANCELED 1+0 BY_OWNER", "STOCK ANN RELEASE -3: 9-0=9 +0");
    }

    @Test
    void repeatChangesNothing() {
        MassCancel cancel = new MassCancel("c1", Side.BUY);
        market.send("ANN", cancel);
        market.buy("ANN", "b9", 5, "9");

        assertThat(market.send("ANN", cancel)).containsExactly("BUSINESS_REJECT MassCancel c1 DUPLICATE DUPLICATE");
        assertThat(market.send("ANN", new MassCancel("c1", null)))
                .containsExactly("BUSINESS_REJECT MassCancel c1 ID_REUSED ID_REUSED");
        assertThat(market.send("ANN", new MassCancel("b9", null)))
                .containsExactly("BUSINESS_REJECT MassCancel b9 ID_REUSED ID_REUSED");
        assertThat(market.cancel("ANN", "c1", "b9")).containsExactly("CANCEL_REJECT c1 of b9 SKU-1-8 NEW 6 ID_REUSED");
    }

    @Test
    void whatCannotBeReadIsNamedAndRemembered() {
        Refused refused = new Refused(CommandType.MASS_CANCEL, "c2", "side", 1);

        assertThat(market.send("ANN", refused))
                .containsExactly("BUSINESS_REJECT MassCancel c2 INVALID_FIELD INVALID_SIDE");
        assertThat(market.send("ANN", refused)).containsExactly("BUSINESS_REJECT MassCancel c2 DUPLICATE DUPLICATE");
        assertThat(market.send("ANN", new MassCancel("c2", null)))
                .containsExactly("BUSINESS_REJECT MassCancel c2 ID_REUSED ID_REUSED");
    }
}
