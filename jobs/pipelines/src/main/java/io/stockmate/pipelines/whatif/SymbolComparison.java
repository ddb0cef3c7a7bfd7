package io.stockmate.pipelines.whatif;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.replay.ReplayedMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One symbol's log as it is and as it is changed, in two markets. */
final class SymbolComparison {
    private final String symbol;
    private final ReplayedMarket logged;
    private final ReplayedMarket changed;
    private final Counter loggedCount = new Counter();
    private final Counter changedCount = new Counter();
    private final List<Event> loggedEvents = new ArrayList<>();
    private final List<Event> changedEvents = new ArrayList<>();
    private @Nullable Divergence divergence;
    private @Nullable Divergence consequence;
    private long commands;

    SymbolComparison(String symbol, MarketRules rules) {
        this.symbol = symbol;
        this.logged = new ReplayedMarket(rules, symbol);
        this.changed = new ReplayedMarket(rules, symbol);
    }

    /**
     * @return the changed record's row in the log; empty where it is no command, and {@link #refusal} tells why
     * @throws IllegalArgumentException where the market takes the definition as logged and refuses it as changed
     */
    Optional<LakeRow.OfCommand> apply(ArrivedRecord asLogged, ArrivedRecord asChanged) {
        loggedEvents.clear();
        changedEvents.clear();
        logged.apply(asLogged, loggedEvents::add);
        Optional<LakeRow.OfCommand> row = changed.apply(asChanged, changedEvents::add);
        loggedEvents.forEach(loggedCount::take);
        changedEvents.forEach(changedCount::take);
        if (asLogged != asChanged) {
            refuseWhatTheMarketRefuses();
        }
        if (consequence == null) {
            compare();
        }
        commands += row.isPresent() ? 1 : 0;
        return row;
    }

    private void refuseWhatTheMarketRefuses() {
        for (Event event : changedEvents) {
            if (event.body() instanceof BusinessReject reject
                    && reject.refType().equals(CommandType.DEFINE_INSTRUMENT.wireName())
                    && loggedEvents.stream().noneMatch(each -> each.body() instanceof BusinessReject)) {
                throw new IllegalArgumentException("the market refuses " + symbol + "'s definition so changed: "
                        + reject.reason() + ", " + reject.text());
            }
        }
    }

    /** What the changed record made happen. */
    List<Event> events() {
        return changedEvents;
    }

    String refusal() {
        return changed.refusal();
    }

    private void compare() {
        for (int i = 0; i < Math.max(loggedEvents.size(), changedEvents.size()) && consequence == null; i++) {
            Event left = i < loggedEvents.size() ? loggedEvents.get(i) : null;
            Event right = i < changedEvents.size() ? changedEvents.get(i) : null;
            if (left == null || right == null) {
                Event there = (left == null ? changedEvents : loggedEvents).get(i);
                consequence = new Divergence(symbol, there.seq(), left, right);
            } else if (!left.header().equals(right.header()) || !left.body().equals(right.body())) {
                Divergence found = new Divergence(symbol, left.seq(), left, right);
                divergence = divergence == null ? found : divergence;
                consequence = defines(left) && defines(right) ? null : found;
            }
        }
        divergence = divergence == null ? consequence : divergence;
    }

    private static boolean defines(Event event) {
        return event.body() instanceof Accepted accepted
                && accepted.kind().equals(CommandType.DEFINE_INSTRUMENT.wireName());
    }

    SymbolWhatIf result() {
        return new SymbolWhatIf(
                symbol,
                commands,
                loggedCount.tally(),
                changedCount.tally(),
                Optional.ofNullable(divergence),
                Optional.ofNullable(consequence));
    }
}
