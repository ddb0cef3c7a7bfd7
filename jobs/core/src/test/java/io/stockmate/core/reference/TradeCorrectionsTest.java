package io.stockmate.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.CorrectTrade;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradeCorrected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TradeCorrectionsTest {
    private static final long NONE = Absent.NUMBER;

    private final List<Event> events = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();

    TradeCorrectionsTest() {
        Market market = Market.open(MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT), "X");
        apply(
                market,
                "OPS",
                new DefineInstrument(
                        "x", null, "EUR", 100, 1, 100, 0, true, false, NONE, NONE, NONE, NONE, NONE, NONE));
        apply(market, "SAM", order("s1", Side.SELL));
        apply(market, "ANN", order("b1", Side.BUY));
        apply(market, "OPS", new CorrectTrade("X-T-1", "typo", 90_000, 3));
    }

    @Test
    void rightCorrectionPasses() {
        assertThat(judged()).isEmpty();
    }

    @Test
    void secondCorrectionOfATradeIsNamed() {
        events.add(renumbered(events.get(correction()), events.size() + 1));

        assertThat(judged()).containsExactly((events.size()) + " X-T-1 is no trade, or was corrected before");
    }

    @Test
    void correctionOfAnotherTradeThanTheOneThatWasIsNamed() {
        change(correction(), body -> {
            TradeCorrected right = (TradeCorrected) body;
            return new TradeCorrected(
                    right.tradeId(), "EVE", right.seller(), right.oldPrice(), right.oldQty(), right.newPrice(), 3, "x");
        });

        assertThat(judged()).containsExactly(seq(0) + " X-T-1 was another trade than the one corrected");
    }

    @Test
    void correctionToMoreIsNamed() {
        change(correction(), body -> {
            TradeCorrected right = (TradeCorrected) body;
            return new TradeCorrected(
                    right.tradeId(), right.buyer(), right.seller(), right.oldPrice(), 5, right.newPrice(), 6, "x");
        });

        assertThat(judged()).contains(seq(0) + " X-T-1 of 5 has become 6");
    }

    @Test
    void reportThatRefersToAnotherIsNamed() {
        change(correction() + 1, body -> ((ExecutionReport) body).referringTo("X-3"));

        assertThat(judged()).singleElement().asString().startsWith(seq(1) + " X-2 refers to X-3 instead of X-");
    }

    @Test
    void reportOfAnotherPriceIsNamed() {
        change(correction(), body -> {
            TradeCorrected right = (TradeCorrected) body;
            return new TradeCorrected(
                    right.tradeId(), right.buyer(), right.seller(), right.oldPrice(), right.oldQty(), 90_001, 3, "x");
        });

        assertThat(judged())
                .containsExactly(
                        seq(1) + " X-2 has TRADE_CORRECT of 3 at 90000, the correction 3 at 90001 (units of 0.0001)",
                        seq(2) + " X-3 has TRADE_CORRECT of 3 at 90000, the correction 3 at 90001 (units of 0.0001)");
    }

    @Test
    void sameOrderTwiceIsNamed() {
        Event first = events.get(correction() + 1);
        change(correction() + 2, body -> first.body());

        assertThat(judged()).containsExactly(seq(2) + " X-2 is not the other order of X-T-1");
    }

    @Test
    void reportsThatAreMissingAreNamed() {
        events.remove(events.size() - 1);

        assertThat(judged()).containsExactly(seq(0) + " a correction with 1 reports instead of 2");
    }

    @Test
    void reportWithoutACorrectionIsNamed() {
        events.add(renumbered(events.get(correction() + 1), events.size() + 1));

        assertThat(judged()).containsExactly(events.size() + " a report of a correction that is not there");
    }

    private void apply(Market market, String account, CommandBody body) {
        Cause cause = new Cause("s", Integer.toString(events.size()), 0, 1_772_445_600_000L);
        market.apply(new Command("X", account, NONE, body), cause, events::add);
    }

    private static NewOrder order(String id, Side side) {
        return new NewOrder(
                id, side, OrdType.LIMIT, 5, 100_000, NONE, TimeInForce.GTC, NONE, NONE, NONE, false, null, NONE, null);
    }

    private int correction() {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).body() instanceof TradeCorrected) {
                return i;
            }
        }
        throw new AssertionError("nothing was corrected");
    }

    private long seq(int behindCorrection) {
        return events.get(correction()).seq() + behindCorrection;
    }

    private void change(int index, UnaryOperator<EventBody> change) {
        Event event = events.get(index);
        events.set(index, new Event(event.header(), event.chain(), event.cause(), change.apply(event.body())));
    }

    private static Event renumbered(Event event, long seq) {
        EventHeader old = event.header();
        return new Event(
                new EventHeader(old.symbol(), seq, old.commandSeq(), "X-" + seq, old.ts()),
                event.chain(),
                event.cause(),
                event.body());
    }

    private List<String> judged() {
        TradeCorrections judge = new TradeCorrections((event, problem) -> breaches.add(event.seq() + " " + problem));
        events.forEach(judge::accept);
        judge.end();
        return breaches;
    }
}
