package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.BinarySink;
import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.state.Days;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account that sells a symbol or plans its stock: its open days, what it has and what it has ordered. */
final class Account {
    static final String PREFIX = "account/";
    private static final int VERSION = 4;

    /** Of those that are still read. */
    private static final int FIRST_VERSION = 2;

    /** Version 2 wrote absent numbers at full length. */
    private static final int VERSION_OF_SHORT_NUMBERS = 3;

    /** Version 3 wrote days and entries at full length, now they are told from those before. */
    private static final int VERSION_OF_STEPS = 4;

    private static final long HAS_STOCK = -1;

    /** {@link Absent#NUMBER} while not known. */
    long onHand = Absent.NUMBER;

    long onOrder;

    /** What it paid last; {@link Absent#NUMBER} while it has not bought. */
    long paidLast = Absent.NUMBER;

    @Nullable
    SetStockPolicy policy;

    /** BUYs that are not filled yet or on their way, by entry. */
    final TreeMap<Long, Purchase> purchases = new TreeMap<>();

    private final TreeMap<Long, AccountDay> open = new TreeMap<>();
    private long soldOutSince = HAS_STOCK;

    AccountDay day(long day) {
        return open.computeIfAbsent(day, AccountDay::new);
    }

    /** The level after a change at {@code ts}. */
    void level(long onHand, long onOrder, long ts) {
        this.onHand = onHand;
        this.onOrder = onOrder;
        if (onHand > 0 && soldOutSince != HAS_STOCK) {
            soldOutUntil(ts);
            soldOutSince = HAS_STOCK;
        } else if (onHand <= 0 && soldOutSince == HAS_STOCK) {
            soldOutSince = ts;
        }
    }

    /** Strikes out what is due beyond {@code onOrder}, the newest orders first: a trade was busted. */
    void expectAtMost(long onOrder) {
        long over = -onOrder;
        for (Purchase purchase : purchases.values()) {
            over += purchase.due();
        }
        for (Purchase purchase : purchases.descendingMap().values()) {
            long struck = Math.max(0, Math.min(over, purchase.due()));
            purchase.strike(struck);
            over -= struck;
        }
        purchases.values().removeIf(Purchase::isOver);
    }

    boolean isSoldOut() {
        return soldOutSince != HAS_STOCK;
    }

    /** Whether nobody plans for it and nothing of it is open. */
    boolean isQuiet() {
        return policy == null && purchases.isEmpty() && open.isEmpty();
    }

    /** Unknown stock counts as some. */
    boolean hasGoods() {
        return Absent.is(onHand) || onHand > 0 || onOrder > 0;
    }

    /** Closes a day and tells what it came to. */
    AccountDay close(long day) {
        long end = Days.start(day + 1);
        if (soldOutSince != HAS_STOCK && soldOutSince < end) {
            soldOutUntil(end);
            soldOutSince = end;
        }
        open.headMap(day).clear();
        AccountDay closed = open.remove(day);
        return closed == null ? AccountDay.NOTHING : closed;
    }

    /** Days that close without a fact of this account need no piece to be written for that alone. */
    private void soldOutUntil(long ts) {
        long from = soldOutSince;
        while (from < ts) {
            long day = Days.of(from);
            long until = Math.min(ts, Days.start(day + 1));
            day(day).soldOutMs += until - from;
            from = until;
        }
    }

    byte[] toBytes() {
        PieceWriter out = new PieceWriter(VERSION)
                .amount(onHand)
                .number(onOrder)
                .amount(paidLast)
                .number(soldOutSince);
        out.number(open.size());
        long before = 0;
        for (AccountDay day : open.values()) {
            out.number(day.day - before);
            day.write(out);
            before = day.day;
        }
        writePurchases(out);
        out.bytes(policy == null ? new byte[0] : bytes(policy));
        return out.toBytes();
    }

    private void writePurchases(PieceWriter out) {
        out.number(purchases.size());
        long entry = 0;
        long day = 0;
        for (Map.Entry<Long, Purchase> next : purchases.entrySet()) {
            out.number(next.getKey() - entry);
            day = next.getValue().write(day, out);
            entry = next.getKey();
        }
    }

    private void readPurchases(PieceReader in) {
        long entry = 0;
        long day = 0;
        for (long left = in.number(); left > 0; left--) {
            entry = in.number() + before(entry, in);
            Purchase purchase = new Purchase();
            day = purchase.read(day, in);
            purchases.put(entry, purchase);
        }
    }

    /** What a day or an entry is to be added to. */
    static long before(long last, PieceReader in) {
        return in.version() < VERSION_OF_STEPS ? 0 : last;
    }

    static Account read(byte[] piece) {
        return PieceReader.read(piece, FIRST_VERSION, VERSION, Account::read);
    }

    private static Account read(PieceReader in) {
        Account account = new Account();
        account.onHand = amount(in);
        account.onOrder = in.number();
        account.paidLast = amount(in);
        account.soldOutSince = in.number();
        long day = 0;
        for (long left = in.number(); left > 0; left--) {
            day = in.number() + before(day, in);
            account.open.put(day, AccountDay.read(day, in));
        }
        account.readPurchases(in);
        byte[] policy = in.bytes();
        account.policy = policy.length == 0 ? null : policy(policy);
        return account;
    }

    /** A number that may be absent. */
    static long amount(PieceReader in) {
        return in.version() < VERSION_OF_SHORT_NUMBERS ? in.number() : in.amount();
    }

    private static byte[] bytes(SetStockPolicy policy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinarySink.write(policy, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static SetStockPolicy policy(byte[] bytes) {
        try {
            return BinarySource.read(SetStockPolicy::read, new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
