package io.stockmate.core.demand.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.core.message.Tick;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A suggestion is made at the market's second event; two days later the market has forgotten what ended. */
class ApprovalTest {
    private static final long HOUR_MS = 3_600_000;
    private static final ReplenishmentSuggestion SUGGESTED = new ReplenishmentSuggestion(
            "MUG", 0, 2, "MUG-S-2", "SHOP", SuggestedAction.RELEASE, null, 40, 5_000, 86_400_000, "40 are missing.");

    private final Market market =
            Market.open(MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT), "MUG");
    private final List<Event> events = new ArrayList<>();
    private long time;

    @BeforeEach
    void openTheMarket() {
        apply(
                "OPS",
                new DefineInstrument(
                        "Mug",
                        null,
                        "EUR",
                        100,
                        1,
                        1_000,
                        5,
                        false,
                        false,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER));
        apply("OPS", new Tick());
    }

    @Test
    void nothingIsOrderedBeforeTheApproval() {
        assertThat(Approval.orderedSince(SUGGESTED, events)).isEmpty();
    }

    @Test
    void approvedOrderIsFoundWhenTheMarketHasForgottenIt() {
        approve();
        apply("SHOP", new CancelOrder("c-1", Approval.clOrdId(SUGGESTED)));
        time += 60 * HOUR_MS;
        apply("OPS", new Tick());

        assertThat(Approval.orderedSince(SUGGESTED, events))
                .get()
                .extracting(event -> ((ExecutionReport) event.body()).clOrdId())
                .isEqualTo("MUG-S-2");

        int before = events.size();
        approve();
        assertThat(events.subList(before, events.size()).toString())
                .as("the market takes the id for a new one")
                .contains("execType=NEW");
    }

    @Test
    void orderThatIsOlderThanASuggestionDoesNotSettleIt() {
        approve();
        ReplenishmentSuggestion later = new ReplenishmentSuggestion(
                "MUG",
                0,
                99,
                "MUG-S-99",
                "SHOP",
                SuggestedAction.RELEASE,
                null,
                9,
                5_000,
                86_400_000,
                "9 are missing.");

        assertThat(Approval.orderedSince(SUGGESTED, events)).isPresent();
        assertThat(Approval.orderedSince(later, events))
                .as("made after that order")
                .isEmpty();
    }

    @Test
    void ordersOfOthersDoNotCount() {
        apply("CUSTOMER", Approval.purchaseOrder(SUGGESTED, 4_000).body());

        assertThat(Approval.orderedSince(SUGGESTED, events)).isEmpty();
    }

    private void approve() {
        apply("SHOP", Approval.purchaseOrder(SUGGESTED, 5_000).body());
    }

    private void apply(String account, CommandBody body) {
        time++;
        market.apply(new Command("MUG", account, Absent.NUMBER, body), new Cause("shard", "1", 0, time), events::add);
    }
}
