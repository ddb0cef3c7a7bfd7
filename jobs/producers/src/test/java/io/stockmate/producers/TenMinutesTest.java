package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DeadLetterReason;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.StockReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten simulated minutes of the demo market look like a market. */
class TenMinutesTest {
    private static final long DURATION_MS = 600_000;
    private static final int SYMBOLS = 19;

    private static final Tally TALLY = new Tally();
    private static final Session SESSION = new Session(new DemoMarket(42, DemoMarket.RATE_DEFAULT, "r"), 5, false);

    @BeforeAll
    static void run() {
        SESSION.run(DURATION_MS, TALLY);
    }

    @Test
    void everySymbolTrades() {
        assertThat(TALLY.trades).hasSize(SYMBOLS);
        assertThat(TALLY.trades.values()).allMatch(trades -> trades > 100);
    }

    @Test
    void pricesMove() {
        assertThat(TALLY.prices.values()).allMatch(prices -> prices.size() >= 5);
    }

    @Test
    void everyKindOfEventOccursButCorrections() {
        EnumSet<EventType> expected = EnumSet.allOf(EventType.class);
        expected.remove(EventType.TRADE_CORRECTED);
        assertThat(TALLY.events.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void ordersEndInEveryWay() {
        assertThat(TALLY.execTypes.keySet())
                .contains(
                        ExecType.NEW,
                        ExecType.TRADE,
                        ExecType.CANCELED,
                        ExecType.REPLACED,
                        ExecType.REJECTED,
                        ExecType.EXPIRED,
                        ExecType.RESTATED,
                        ExecType.ORDER_STATUS);
    }

    @Test
    void thereAreManyReasonsToRefuseAndToEnd() {
        assertThat(TALLY.texts)
                .hasSizeGreaterThan(15)
                .contains(
                        "report BY_OWNER",
                        "report NO_MATCH",
                        "report SELF_TRADE",
                        "report EXPIRED",
                        "report WOULD_CROSS",
                        "report INSUFFICIENT_STOCK",
                        "report INVALID_PRICE",
                        "report TOO_LATE",
                        "report UNKNOWN_SYMBOL",
                        "cancel reject TOO_LATE",
                        "business reject NOT_AUTHORIZED",
                        "business reject UNKNOWN_ORDER");
    }

    @Test
    void mostCancelsAndReplacesHit() {
        long hit = TALLY.execTypes.get(ExecType.REPLACED) + TALLY.execTypes.get(ExecType.CANCELED);
        assertThat(TALLY.events.get(EventType.ORDER_CANCEL_REJECT)).isBetween(100L, hit / 5);
    }

    @Test
    void noBookIsEverCrossed() {
        assertThat(TALLY.crossed).isZero();
    }

    @Test
    void noBookIsEmptyMostOfTheTime() {
        assertThat(TALLY.emptyAskMs.values()).hasSize(SYMBOLS).allMatch(emptyMs -> emptyMs < DURATION_MS / 3);
        assertThat(TALLY.emptyBidMs.values()).hasSize(SYMBOLS).allMatch(emptyMs -> emptyMs < DURATION_MS / 3);
    }

    @Test
    void sharesAlwaysHaveTwoSides() {
        for (String share : List.of("AMZN", "CSCO", "AAPL")) {
            assertThat(TALLY.emptyAskMs.get(share)).isLessThan(5_000);
            assertThat(TALLY.emptyBidMs.get(share)).isLessThan(5_000);
        }
    }

    @Test
    void goodsRunOutNowAndThen() {
        assertThat(TALLY.emptyAskMs.entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("SKU"))
                .filteredOn(entry -> entry.getValue() > 1_000)
                .hasSizeGreaterThan(5);
    }

    @Test
    void goodsAreDeliveredLostAndWrittenOff() {
        assertThat(TALLY.deliveries).isGreaterThan(500);
        assertThat(TALLY.stockReasons.keySet())
                .contains(
                        StockReason.ALLOCATE,
                        StockReason.RELEASE,
                        StockReason.TRADE,
                        StockReason.RECEIPT,
                        StockReason.ISSUE,
                        StockReason.COUNT);
    }

    @Test
    void someRecordsCannotBeRead() {
        assertThat(SESSION.market().deadLetters().stream().map(DeadLetter::reason))
                .contains(
                        DeadLetterReason.MALFORMED,
                        DeadLetterReason.UNKNOWN_TYPE,
                        DeadLetterReason.OVERSIZE,
                        DeadLetterReason.WRONG_PARTITION_KEY);
    }

    @Test
    void agentsKnowTheirWorkingOrdersAndForgetFinishedOnes() {
        Map<String, String> working = TALLY.working;
        long known = working.values().stream()
                .filter(account -> !account.startsWith("C-"))
                .count();
        assertThat((long) SESSION.demo().workingOrders()).isBetween(known - 80, known + 80);
        assertThat(SESSION.demo().workingOrders()).isLessThan(1_000);
    }
}
