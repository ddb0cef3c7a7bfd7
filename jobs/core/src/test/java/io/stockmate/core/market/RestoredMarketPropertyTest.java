package io.stockmate.core.market;

import static io.stockmate.core.market.RandomSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.LadderBook;
import io.stockmate.core.message.Event;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A market that was stored and read again goes on as it was. */
class RestoredMarketPropertyTest {
    @Property(tries = 60)
    void restoredMarketGoesOnAsIfNothingHadHappened(@ForAll long seed) {
        List<Event> whole = run(seed, new TestMarket(), 0);

        assertThat(run(seed, new TestMarket(), 1)).isEqualTo(whole);
        assertThat(run(seed, new TestMarket(), 7)).isEqualTo(whole);
        assertThat(run(seed, new TestMarket(), 60)).isEqualTo(whole);
    }

    @Property(tries = 30)
    void whatIsOnTheHeapDecidesNothing(@ForAll long seed) {
        List<Event> whole = run(seed, new TestMarket(), 0);

        assertThat(run(seed, TestMarket.sealing(), 1)).isEqualTo(whole);
        assertThat(run(seed, TestMarket.sealing(), 13)).isEqualTo(whole);
    }

    @Property(tries = 30)
    void restoredMarketKnowsWhichTradesCanStillBeCorrected(@ForAll long seed) {
        MarketRules hour = MarketRules.of(List.of(TestMarket.OPERATOR), 3_600_000);
        List<Event> whole = run(seed, new TestMarket(hour, LadderBook::new), 0);

        assertThat(run(seed, new TestMarket(hour, LadderBook::new), 1)).isEqualTo(whole);
        assertThat(run(seed, new TestMarket(hour, LadderBook::new), 11)).isEqualTo(whole);
    }
}
