package io.stockmate.core.ledger;

import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import java.util.function.Consumer;

/** What the books hold of an account in one symbol: its goods, and its usage in the open hour. */
final class AccountState implements Described {
    /** Balances of the accounts goods and transit. */
    long goods;

    long transit;

    long orders;
    long trades;
    long volume;

    /** Changes an account's state; one that is empty is forgotten. */
    static void change(Pieces pieces, String account, Consumer<AccountState> change) {
        String name = Pieces.ACCOUNT + account;
        AccountState known = pieces.get(name, AccountState::read);
        AccountState state = known == null ? new AccountState() : known;
        change.accept(state);
        if (state.isEmpty()) {
            pieces.remove(name);
        } else {
            pieces.put(name, state);
        }
    }

    boolean hasUsage() {
        return orders > 0 || trades > 0;
    }

    private boolean isEmpty() {
        return goods == 0 && transit == 0 && !hasUsage();
    }

    @Override
    public void write(FieldSink sink) {
        sink.integer("goods", goods);
        sink.integer("transit", transit);
        sink.integer("orders", orders);
        sink.integer("trades", trades);
        sink.integer("volume", volume);
    }

    static AccountState read(FieldSource source) {
        AccountState state = new AccountState();
        state.goods = source.integer("goods");
        state.transit = source.integer("transit");
        state.orders = source.integer("orders");
        state.trades = source.integer("trades");
        state.volume = source.integer("volume");
        return state;
    }
}
