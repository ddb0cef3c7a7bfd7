package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.chain.Chain;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Tick;
import io.stockmate.core.state.HeapPieces;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketChainTest {
    private final TestMarket market = TestMarket.ofShares();

    @Test
    void eventsAreNumberedWithoutGapAndChained() {
        market.buy("ANN", "b1", 10, "9");
        market.sell("SAM", "s1", 4, "9");
        market.send("ANN", new CancelOrder("c1", "b1"));
        Chain chain = new Chain();
        long expected = TestMarket.RULES.hash();
        long seq = 0;

        for (Event event : market.events) {
            seq++;
            expected = chain.next(expected, event.header(), event.body());
            assertThat(event.seq()).isEqualTo(seq);
            assertThat(event.header().execId()).isEqualTo("SKU-1-" + seq);
            assertThat(event.chain()).isEqualTo(expected);
        }
        assertThat(market.market().chain()).isEqualTo(expected);
    }

    @Test
    void chainDependsOnTheRules() {
        assertThat(MarketRules.of(List.of("OPS"), 1).hash())
                .isNotEqualTo(MarketRules.of(List.of("OPS"), 2).hash())
                .isNotEqualTo(MarketRules.of(List.of("OPS", "TWO"), 1).hash())
                .isEqualTo(MarketRules.of(List.of("OPS", "OPS"), 1).hash());
    }

    @Test
    void stateOfOtherRulesIsRefused() {
        market.buy("ANN", "b1", 10, "9");
        market.snapshot();
        MarketRules others = MarketRules.of(List.of("ELSE"), 1);

        assertThatThrownBy(() -> Market.load(others, TestMarket.SYMBOL, market.pieces.entrySet(), new HeapPieces()))
                .isInstanceOf(RulesChanged.class)
                .hasMessageContaining("SKU-1")
                .hasMessageContaining("operators");
    }

    @Test
    void commandOfAnotherSymbolIsAnError() {
        Command foreign = new Command("OTHER", "ANN", NONE, new Tick());

        assertThatThrownBy(() -> market.market().apply(foreign, new Cause("s", "1", 0, 1), new ArrayList<>()::add))
                .hasMessageContaining("OTHER")
                .hasMessageContaining("SKU-1");
    }
}
