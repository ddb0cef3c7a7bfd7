package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Refused;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TradingStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketDefinitionTest {
    private final TestMarket market = TestMarket.ofShares();

    @Test
    void onlyOperatorsOperate() {
        assertThat(market.send("ANN", TestMarket.instrument(true, false, 0)))
                .containsExactly("BUSINESS_REJECT DefineInstrument null NOT_AUTHORIZED NOT_AUTHORIZED");
        assertThat(market.send("ANN", new CalendarEvent("fair", "2026-12-01", NONE)))
                .containsExactly("BUSINESS_REJECT CalendarEvent null NOT_AUTHORIZED NOT_AUTHORIZED");
        assertThat(market.send("ANN", new SetTradingStatus(TradingStatus.HALTED, "news")))
                .containsExactly("BUSINESS_REJECT SetTradingStatus null NOT_AUTHORIZED NOT_AUTHORIZED");
        assertThat(market.operate(new SetTradingStatus(TradingStatus.HALTED, "news")))
                .containsExactly("ACCEPTED SetTradingStatus");
        assertThat(market.operate(new Refused(CommandType.SET_TRADING_STATUS, null, "status", 82)))
                .containsExactly("BUSINESS_REJECT SetTradingStatus null INVALID_FIELD INVALID_STATUS");
        assertThat(market.operate(new CalendarEvent("fair", "2026-12-01", NONE)))
                .containsExactly("ACCEPTED CalendarEvent");
    }

    @Test
    void calendarGoesFromTheYear1To9999() {
        for (String date : List.of("0001-01-01", "2024-02-29", "9999-12-31")) {
            assertThat(market.operate(new CalendarEvent("fair", date, NONE))).containsExactly("ACCEPTED CalendarEvent");
        }
        for (String date : List.of("2026-13-01", "2026-02-29", "0000-12-31", "+10000-01-01", "-0001-01-01", "")) {
            assertThat(market.operate(new CalendarEvent("fair", date, NONE)))
                    .as(date)
                    .containsExactly("BUSINESS_REJECT CalendarEvent null INVALID_FIELD INVALID_DATE");
        }
    }

    @Test
    void currencyStaysOnceTheSymbolHasTraded() {
        assertThat(market.operate(inDollars())).containsExactly("ACCEPTED DefineInstrument");
        market.buy("ANN", "b1", 10, "9");
        market.sell("SAM", "s1", 10, "9");
        market.snapshot().restore();

        assertThat(market.operate(TestMarket.instrument(true, false, 0)))
                .containsExactly("BUSINESS_REJECT DefineInstrument null CONFLICT CURRENCY_TRADED");
        assertThat(market.operate(inDollars())).containsExactly("ACCEPTED DefineInstrument");
    }

    private static DefineInstrument inDollars() {
        return new DefineInstrument(
                "A thing", null, "USD", 100, 1, 1_000_000, 0, true, false, NONE, NONE, NONE, NONE, NONE, NONE);
    }

    @Test
    void whatOrdersRelyOnChangesOnlyWhileNoneRests() {
        market.buy("ANN", "b1", 10, "9");
        DefineInstrument tracked = TestMarket.instrument(true, true, 0);

        assertThat(market.operate(tracked))
                .containsExactly("BUSINESS_REJECT DefineInstrument null CONFLICT ORDERS_REST");
        assertThat(market.operate(TestMarket.instrument(false, false, 5))).containsExactly("ACCEPTED DefineInstrument");
        market.cancel("ANN", "c1", "b1");
        assertThat(market.operate(tracked)).containsExactly("ACCEPTED DefineInstrument");
    }

    @Test
    void unknownSymbolIsAnsweredOutsideAnyChainAndLeavesNoState() {
        TestMarket unknown = new TestMarket();
        List<List<String>> answers = List.of(
                unknown.buy("ANN", "b1", 1, "9"),
                unknown.cancel("ANN", "c1", "b1"),
                unknown.receive("ANN", "m1", 1),
                unknown.operate(new Tick()),
                unknown.send("ANN", new CalendarEvent("fair", "2026-12-01", NONE)),
                unknown.send("ANN", new Refused(CommandType.NEW_ORDER, "b2", "price", 1)),
                unknown.replace("ANN", "r1", "b1", 2, ""),
                unknown.send("ANN", new Refused(CommandType.CANCEL_ORDER, "c2", "origClOrdId", 1)),
                unknown.send("ANN", new Refused(CommandType.REPLACE_ORDER, "r2", "price", 1)),
                unknown.send("ANN", new Refused(CommandType.NEW_ORDER, null, "clOrdId", 1)),
                unknown.send("ANN", new Refused(CommandType.CANCEL_ORDER, null, "clOrdId", 1)),
                unknown.send("ANN", new Refused(CommandType.REPLACE_ORDER, null, "clOrdId", 1)));

        assertThat(answers)
                .containsExactly(
                        List.of("REJECTED ANN/b1 REJECTED 0+0 1 UNKNOWN_SYMBOL"),
                        List.of("CANCEL_REJECT c1 of b1 NONE REJECTED 1 UNKNOWN_SYMBOL"),
                        List.of("BUSINESS_REJECT MoveStock m1 UNKNOWN_SYMBOL UNKNOWN_SYMBOL"),
                        List.of("BUSINESS_REJECT Tick null UNKNOWN_SYMBOL UNKNOWN_SYMBOL"),
                        List.of("BUSINESS_REJECT CalendarEvent null UNKNOWN_SYMBOL UNKNOWN_SYMBOL"),
                        List.of("REJECTED ANN/b2 REJECTED 0+0 1 UNKNOWN_SYMBOL"),
                        List.of("CANCEL_REJECT r1 of b1 NONE REJECTED 1 UNKNOWN_SYMBOL"),
                        List.of("CANCEL_REJECT c2 of null NONE REJECTED 1 UNKNOWN_SYMBOL"),
                        List.of("CANCEL_REJECT r2 of null NONE REJECTED 1 UNKNOWN_SYMBOL"),
                        List.of("BUSINESS_REJECT NewOrder null UNKNOWN_SYMBOL UNKNOWN_SYMBOL"),
                        List.of("BUSINESS_REJECT CancelOrder null UNKNOWN_SYMBOL UNKNOWN_SYMBOL"),
                        List.of("BUSINESS_REJECT ReplaceOrder null UNKNOWN_SYMBOL UNKNOWN_SYMBOL"));
        assertThat(unknown.events).allSatisfy(event -> {
            assertThat(event.seq()).isZero();
            assertThat(event.header().commandSeq()).isZero();
            assertThat(event.chain()).isZero();
        });
        assertThat(unknown.events.get(1).header().execId()).isEqualTo("SKU-1-0-shard-0-2-0");
        assertThat(unknown.snapshot().pieces).isEmpty();
        assertThat(unknown.market().isKnown()).isFalse();
    }

    @Test
    void definitionThatIsRefusedMakesNothingKnown() {
        TestMarket unknown = new TestMarket();
        DefineInstrument badTick = new DefineInstrument(
                "A thing", null, "EUR", 0, 1, 1, 0, true, true, NONE, NONE, NONE, NONE, NONE, NONE);

        assertThat(unknown.operate(badTick))
                .containsExactly("BUSINESS_REJECT DefineInstrument null INVALID_FIELD INVALID_TICK_SIZE");
        assertThat(unknown.send("ANN", TestMarket.instrument(true, true, 0)))
                .containsExactly("BUSINESS_REJECT DefineInstrument null NOT_AUTHORIZED NOT_AUTHORIZED");
        assertThat(unknown.market().isKnown()).isFalse();
    }
}
