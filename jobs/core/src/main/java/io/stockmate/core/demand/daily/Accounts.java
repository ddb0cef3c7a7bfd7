package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.state.Days;
import io.stockmate.core.state.PieceStore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The accounts of a symbol that sell it, plan its stock or buy it, and how many of them have nothing on hand. */
final class Accounts {
    private final PieceStore pieces;
    private final Head head;
    private boolean changedHead;

    Accounts(PieceStore pieces, Head head) {
        this.pieces = pieces;
        this.head = head;
    }

    /** Whether what the head says of those that are sold out is another than before. */
    boolean changedHead() {
        return changedHead;
    }

    /** One that sells or plans; null where none of this name does. */
    @Nullable
    Account known(String name) {
        byte[] piece = pieces.get(Account.PREFIX + name);
        return piece == null ? null : Account.read(piece);
    }

    /** One that from now on sells or plans. */
    Account knownOrNew(String name, long ts) {
        Account known = known(name);
        if (known != null) {
            return known;
        }
        Account account = buyer(name);
        pieces.remove(Buyer.PREFIX + name);
        if (!Absent.is(account.onHand)) {
            level(account, account.onHand, account.onOrder, ts);
        }
        return account;
    }

    void put(String name, Account account) {
        pieces.put(Account.PREFIX + name, account.toBytes());
    }

    /** Changes one that buys; as long as it only buys it is kept apart and counts neither as a seller nor as sold out. */
    void changeBuyer(String name, long ts, Consumer<Account> change) {
        Account known = known(name);
        Account account = known == null ? buyer(name) : known;
        change.accept(account);
        Buyer buyer = new Buyer(Days.of(ts), account);
        if (known != null) {
            put(name, account);
        } else if (buyer.hasNothing()) {
            pieces.remove(Buyer.PREFIX + name);
        } else {
            pieces.put(Buyer.PREFIX + name, buyer.toBytes());
        }
    }

    private Account buyer(String name) {
        byte[] piece = pieces.get(Buyer.PREFIX + name);
        return piece == null ? new Account() : Buyer.read(piece).account();
    }

    /** What one that sells or plans has after a change at {@code ts}. */
    void level(Account account, long onHand, long onOrder, long ts) {
        boolean before = account.isSoldOut();
        account.level(onHand, onOrder, ts);
        if (account.isSoldOut() != before) {
            head.soldOut += before ? -1 : 1;
            head.soldOutPlanned += account.policy == null ? 0 : before ? -1 : 1;
            changedHead = true;
        }
    }
}
