package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.util.ArrayDeque;

/**
 * A trade of an account with itself; or, at least the threshold of times within the window, a trade that undoes one
 * between the same two accounts, with the same quantity at the same price: nothing changed hands. Looked for among the
 * last 24 trades. Cleared when there was none for the window. Wash trades are market manipulation by Regulation (EU)
 * 596/2014 (MAR), Annex I A (c), and FINRA Rule 5210.02.
 *
 * <p>observed: such trades; expected: 0; score: the same number.
 */
final class WashTrade extends Rule {
    private static final int KEPT = 24;

    private record Past(long key, long seq, long ts) {}

    private record Wash(long pair, long seq, long ts, long undoneSeq, long undoneTs) {}

    private final ArrayDeque<Past> past = new ArrayDeque<>();
    private final ArrayDeque<Wash> washes = new ArrayDeque<>();
    private final Latch latch = new Latch();

    @Override
    public AlertKind kind() {
        return AlertKind.WASH_TRADE;
    }

    @Override
    void trade(Moment now, Trade trade) {
        Threshold rule = now.rule(kind());
        latch.expire(now, this);
        if (rule.isOff()) {
            return;
        }
        long from = now.ts() - rule.windowMs();
        past.removeIf(earlier -> earlier.ts() < from);
        washes.removeIf(earlier -> earlier.undoneTs() < from);
        if (trade.buyer().equals(trade.seller())) {
            raise(now, trade, 1, now.seq(), now.ts(), String.valueOf(now.seq()));
            return;
        }
        long undoes = key(trade.seller(), trade.buyer(), trade);
        for (Past earlier : past) {
            if (earlier.key() == undoes) {
                past.remove(earlier);
                wash(now, trade, earlier, rule);
                return;
            }
        }
        keep(past, new Past(key(trade.buyer(), trade.seller(), trade), now.seq(), now.ts()));
    }

    private void wash(Moment now, Trade trade, Past undone, Threshold rule) {
        long pair = hash(trade.buyer()) ^ hash(trade.seller());
        keep(washes, new Wash(pair, now.seq(), now.ts(), undone.seq(), undone.ts()));
        StringBuilder seqs = new StringBuilder();
        long count = 0;
        long firstSeq = undone.seq();
        long firstTs = undone.ts();
        for (Wash wash : washes) {
            if (wash.pair() == pair) {
                seqs.append(count == 0 ? "" : ", ").append(wash.seq());
                count++;
                firstTs = wash.undoneSeq() < firstSeq ? wash.undoneTs() : firstTs;
                firstSeq = Math.min(firstSeq, wash.undoneSeq());
            }
        }
        if (Amounts.of(count) >= rule.value()) {
            raise(now, trade, count, firstSeq, firstTs, seqs.toString());
        }
    }

    private void raise(Moment now, Trade trade, long count, long firstSeq, long firstTs, String seqs) {
        long stake = Amounts.times(count, Amounts.worth(trade.qty(), trade.price()));
        latch.raise(
                now,
                this,
                Finding.at(now, Amounts.of(count), 0, Amounts.of(count), stake)
                        .of(trade.buyer())
                        .about(trade.seller() + ":" + seqs)
                        .since(firstSeq, firstTs)
                        .with(trade.qty(), trade.price()));
    }

    private static <T> void keep(ArrayDeque<T> some, T one) {
        if (some.size() == KEPT) {
            some.removeFirst();
        }
        some.addLast(one);
    }

    private static long key(String buyer, String seller, Trade trade) {
        return ((hash(buyer) * 31 + hash(seller)) * 31 + trade.qty()) * 1_000_003 + trade.price();
    }

    /** 64 bits of FNV-1a. */
    private static long hash(String text) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
        }
        return hash;
    }

    @Override
    void tick(Moment now) {
        latch.expire(now, this);
    }

    private static String counterparty(Finding found) {
        String ref = String.valueOf(found.ref());
        return ref.substring(0, ref.indexOf(':'));
    }

    private static String seqs(Finding found) {
        String ref = String.valueOf(found.ref());
        return ref.substring(ref.indexOf(':') + 1);
    }

    @Override
    public void evidence(Finding found, JsonText json) {
        json.text("counterparty", counterparty(found));
        json.text("trades", seqs(found));
        json.integer("qty", found.detail());
        json.decimal("price", found.other());
    }

    @Override
    public String advice(Finding found) {
        return "Ask who owns " + found.account() + " and " + counterparty(found)
                + " and why they traded to and fro; report it if the owner is one.";
    }

    @Override
    public String repro(Finding found, Sql sql) {
        if (counterparty(found).equals(found.account())) {
            return Sql.row("(SELECT COUNT(*)" + sql.between("trade") + " AND buyer = seller)", "0");
        }
        return Sql.row(
                "(SELECT COUNT(DISTINCT b.seq) FROM trade a JOIN trade b ON a.symbol = b.symbol AND a.buyer = b.seller"
                        + " AND a.seller = b.buyer AND a.qty = b.qty AND a.price = b.price AND a.seq < b.seq WHERE "
                        + sql.within("a.") + " AND " + sql.within("b.") + " AND b.seq IN (" + seqs(found) + "))",
                "0");
    }

    @Override
    boolean isEmpty() {
        return past.isEmpty() && washes.isEmpty() && !latch.isRaised();
    }

    @Override
    void write(StateOut out) throws IOException {
        latch.write(out);
        out.number(past.size());
        for (Past trade : past) {
            out.data().writeLong(trade.key());
            out.number(trade.seq());
            out.number(trade.ts());
        }
        out.number(washes.size());
        for (Wash wash : washes) {
            out.data().writeLong(wash.pair());
            out.number(wash.seq());
            out.number(wash.ts());
            out.number(wash.seq() - wash.undoneSeq());
            out.number(wash.ts() - wash.undoneTs());
        }
    }

    @Override
    void read(StateIn in) throws IOException {
        latch.read(in);
        for (int left = in.count(); left > 0; left--) {
            past.addLast(new Past(in.data().readLong(), in.number(), in.number()));
        }
        for (int left = in.count(); left > 0; left--) {
            long pair = in.data().readLong();
            long seq = in.number();
            long ts = in.number();
            washes.addLast(new Wash(pair, seq, ts, seq - in.number(), ts - in.number()));
        }
    }
}
