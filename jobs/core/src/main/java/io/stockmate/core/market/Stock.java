package io.stockmate.core.market;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stock of all accounts in one symbol. Every change is told as a {@link StockLevel}. */
final class Stock {
    private final Map<String, Holding> holdings = new HashMap<>();
    private final TreeSet<String> changed = new TreeSet<>();
    private final Publisher publisher;

    Stock(Publisher publisher) {
        this.publisher = publisher;
    }

    long available(String account) {
        Holding holding = holdings.get(account);
        return holding == null ? 0 : holding.available();
    }

    /** All that the account has or expects. */
    long owned(String account) {
        Holding holding = holdings.get(account);
        return holding == null ? 0 : holding.onHand + holding.onOrder;
    }

    /** Whether goods of this BUY of the account are on their way, or were until a day ago. */
    boolean expects(String account, long order) {
        Holding holding = holdings.get(account);
        Delivery delivery = holding == null ? null : holding.delivery(order);
        return delivery != null && !delivery.isForgotten(publisher.ts());
    }

    /** Promises stock to a SELL, or takes the promise back where {@code qty} is negative. */
    void allocate(String account, long qty, String orderId) {
        Holding holding = holding(account);
        holding.allocated += qty;
        publish(account, holding, qty < 0 ? StockReason.RELEASE : StockReason.ALLOCATE, qty, orderId);
    }

    void sold(String account, long qty, String tradeId) {
        Holding holding = holding(account);
        holding.allocated -= qty;
        holding.onHand -= qty;
        publish(account, holding, StockReason.TRADE, -qty, tradeId);
    }

    void boughtOnHand(String account, long qty, String tradeId) {
        Holding holding = holding(account);
        holding.onHand += qty;
        publish(account, holding, StockReason.TRADE, qty, tradeId);
    }

    void boughtOnOrder(String account, long order, long qty, String tradeId) {
        Holding holding = holding(account);
        holding.expect(order, qty, publisher.ts());
        publish(account, holding, StockReason.TRADE, qty, tradeId);
    }

    /** A seller gets back what a trade took. */
    void returned(String account, long qty, String tradeId) {
        Holding holding = holding(account);
        holding.onHand += qty;
        publish(account, holding, StockReason.CORRECTION, qty, tradeId);
    }

    /** A buyer gives back what was on hand at once. */
    void takenOffHand(String account, long qty, String tradeId) {
        Holding holding = holding(account);
        holding.onHand -= qty;
        publish(account, holding, StockReason.CORRECTION, -qty, tradeId);
    }

    /** A buyer gives back what was bought with lead time. */
    void takenBack(String account, long order, long qty, String tradeId) {
        Holding holding = holding(account);
        long before = holding.onHand;
        holding.takeBack(order, qty, publisher.ts());
        publish(account, holding, StockReason.CORRECTION, holding.onHand - before, tradeId);
    }

    void receive(String account, long qty, long effectiveAt) {
        Holding holding = holding(account);
        holding.onHand += qty;
        publish(account, holding, StockReason.RECEIPT, qty, null, effectiveAt);
    }

    void receiveFor(String account, long order, long qty, @Nullable String ref, long effectiveAt) {
        Holding holding = holding(account);
        holding.deliver(order, qty, publisher.ts());
        publish(account, holding, StockReason.RECEIPT, qty, ref, effectiveAt);
    }

    void issue(String account, long qty, @Nullable String ref, long effectiveAt) {
        Holding holding = holding(account);
        holding.onHand -= qty;
        publish(account, holding, StockReason.ISSUE, -qty, ref, effectiveAt);
    }

    void count(String account, long qty, @Nullable String ref, long effectiveAt) {
        Holding holding = holding(account);
        long delta = qty - holding.onHand;
        holding.onHand = qty;
        publish(account, holding, StockReason.COUNT, delta, ref, effectiveAt);
    }

    private Holding holding(String account) {
        Holding holding = holdings.computeIfAbsent(account, name -> new Holding());
        holding.forgetDelivered(publisher.ts());
        changed.add(account);
        return holding;
    }

    private void publish(String account, Holding holding, StockReason reason, long delta, @Nullable String ref) {
        publish(account, holding, reason, delta, ref, Absent.NUMBER);
    }

    private void publish(
            String account, Holding holding, StockReason reason, long delta, @Nullable String ref, long effectiveAt) {
        publisher.publish(new StockLevel(
                account,
                holding.onHand,
                holding.allocated,
                holding.available(),
                holding.onOrder,
                reason,
                delta,
                ref,
                effectiveAt));
    }

    void writeChanges(PieceSink sink) {
        for (String account : changed) {
            Holding holding = holdings.get(account);
            if (holding == null || holding.isEmpty()) {
                holdings.remove(account);
                sink.remove(Pieces.STOCK + account);
            } else {
                sink.put(Pieces.STOCK + account, Pieces.of(holding.describe()));
            }
        }
        changed.clear();
    }

    void load(String piece, byte[] bytes) {
        holdings.put(piece.substring(Pieces.STOCK.length()), Holding.read(piece, bytes));
    }
}
