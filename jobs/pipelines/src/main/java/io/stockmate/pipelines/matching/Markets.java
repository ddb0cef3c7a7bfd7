package io.stockmate.pipelines.matching;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.market.RulesChanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/**
 * The markets on the heap of one subtask, over the keyed state from which each is loaded when its symbol is first heard
 * of. Only known markets stay.
 */
final class Markets {
    private final MarketRules rules;
    private final KeyedPieces pieces;
    private final Consumer<String> select;
    private final Map<String, ResidentMarket> residents = new HashMap<>();
    private final List<ResidentMarket> changed = new ArrayList<>();
    private long restingOrders;

    /** @param select makes a symbol the current key */
    Markets(MarketRules rules, KeyedPieces pieces, Consumer<String> select) {
        this.rules = rules;
        this.pieces = pieces;
        this.select = select;
    }

    int size() {
        return residents.size();
    }

    /** In all markets on the heap. */
    long restingOrders() {
        return restingOrders;
    }

    /**
     * The market of a symbol.
     *
     * @throws SuppressRestartsException if its state was made under other rules: no restart mends that
     */
    ResidentMarket of(String symbol) throws Exception {
        ResidentMarket resident = residents.get(symbol);
        return resident == null ? new ResidentMarket(symbol, load(symbol)) : resident;
    }

    private Market load(String symbol) throws Exception {
        select.accept(symbol);
        try {
            return Market.load(rules, symbol, pieces.all(), pieces.archive(() -> select.accept(symbol)));
        } catch (RulesChanged refusal) {
            throw new SuppressRestartsException(refusal);
        }
    }

    /** A command was applied to the market: it stays from now on if it is known, and the next snapshot writes it. */
    void applied(ResidentMarket resident) {
        if (!resident.market.isKnown()) {
            return;
        }
        restingOrders += resident.market.restingOrders() - resident.restingOrders;
        resident.restingOrders = resident.market.restingOrders();
        if (!resident.changed) {
            residents.putIfAbsent(resident.symbol, resident);
            resident.changed = true;
            changed.add(resident);
        }
    }

    /** Writes what changed since the last time. */
    void writeChanges() {
        for (ResidentMarket resident : changed) {
            select.accept(resident.symbol);
            resident.market.writeChanges(pieces);
            resident.changed = false;
        }
        changed.clear();
    }
}
