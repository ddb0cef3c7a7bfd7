package io.stockmate.producers.trial;

import io.stockmate.core.demand.inventory.Approval;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.Trade;
import io.stockmate.producers.EventSequence;
import io.stockmate.producers.OrderTicket;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of goods in one shop, with its supplier: offers all that is there, orders by its rule, receives what is due.
 */
final class TrialShop {
    static final String SHOP = "SHOP";
    static final String SUPPLIER = "SUPPLIER";

    private static final long RETAIL = 100 * Decimal.ONE;
    private static final long WHOLESALE = 60 * Decimal.ONE;
    private static final long SUPPLIERS_STOCK = 10_000_000;

    /** The deviation of a lead time of which one day less, none and one more are as probable as each other. */
    private static final long LEAD_TIME_DEVIATION = 8_165;

    private record Delivery(long dueAt, long qty, String orderId) {}

    private final Ordering ordering;
    private final Goods goods;
    private final String symbol;
    private final String runId;
    private final Transit transit;
    private final EventSequence sequence = new EventSequence(this::hear);
    private final RecentSales sales = new RecentSales();
    private final List<Delivery> awaited = new ArrayList<>();
    private final List<ExecutionReport> unfilled = new ArrayList<>();
    private List<Submission> said = new ArrayList<>();
    private long ids;
    private long onHand;
    private long available;
    private long onOrder;
    private long bids;
    private List<Event> lastBid = List.of();
    private boolean isOffering;

    TrialShop(Ordering ordering, Goods goods, String runId, Transit transit) {
        this.ordering = ordering;
        this.goods = goods;
        this.symbol = ordering.symbol(goods.place());
        this.runId = runId;
        this.transit = transit;
    }

    Ordering ordering() {
        return ordering;
    }

    String symbol() {
        return symbol;
    }

    void open() {
        say(
                "OPS",
                new DefineInstrument(
                        "Goods " + goods.place() + ", ordered " + ordering,
                        "trial",
                        "EUR",
                        Decimal.ONE / 100,
                        1,
                        1_000_000,
                        goods.leadTimeDays(),
                        false,
                        true,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER));
        say(
                SHOP,
                new SetStockPolicy(
                        goods.leadTimeDays(),
                        LEAD_TIME_DEVIATION,
                        95 * Decimal.ONE / 100,
                        ServiceMeasure.CYCLE,
                        1,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER));
        move(SUPPLIER, MoveKind.COUNT, SUPPLIERS_STOCK, null);
        move(SHOP, MoveKind.COUNT, goods.openingStock(), null);
    }

    void observe(Event event) {
        if (event.seq() >= 1) {
            sequence.accept(event);
        }
    }

    private void hear(Event event) {
        if (event.body() instanceof StockLevel level && level.account().equals(SHOP)) {
            onHand = level.onHand();
            available = level.available();
            onOrder = level.onOrder();
            isOffering &= level.reason() != StockReason.ALLOCATE;
        } else if (event.body() instanceof Trade trade) {
            if (trade.seller().equals(SHOP)) {
                sales.sold(trade.qty());
            } else {
                awaited.add(new Delivery(trade.dueAt(), trade.qty(), trade.buyOrderId()));
            }
        } else if (event.body() instanceof ExecutionReport report
                && report.account().equals(SHOP)
                && report.side() == Side.BUY) {
            if (report.execType() == ExecType.NEW) {
                unfilled.add(report);
                lastBid = List.of(event);
            }
            if (report.execType() == ExecType.TRADE) {
                bids -= report.lastQty();
            }
        }
    }

    void serve(String customer, long units) {
        enter(customer, nextId(), Side.BUY, units, RETAIL, TimeInForce.IOC, Absent.NUMBER);
    }

    /** What is done at any time: bids are answered, deliveries received, goods offered. */
    void tend(long time) {
        for (ExecutionReport bid : unfilled) {
            enter(SUPPLIER, nextId(), Side.SELL, bid.leavesQty(), bid.price(), TimeInForce.IOC, transit.days(time));
        }
        unfilled.clear();
        awaited.removeIf(delivery -> {
            if (delivery.dueAt() <= time) {
                move(SHOP, MoveKind.RECEIPT, delivery.qty(), delivery.orderId());
            }
            return delivery.dueAt() <= time;
        });
        if (available > 0 && !isOffering) {
            isOffering = true;
            enter(SHOP, nextId(), Side.SELL, available, RETAIL, TimeInForce.GTC, 0);
        }
    }

    /** Once a day. */
    void review() {
        sales.closeDay();
        long position = onHand + onOrder + bids;
        switch (ordering) {
            case FIXED_LEVEL -> {
                if (2 * position <= goods.openingStock()) {
                    order(goods.openingStock() - position);
                }
            }
            case MEAN_AND_1, MEAN_AND_1645, MEAN_AND_25, MEAN_AND_35, MEAN_AND_5 -> {
                if (sales.isKnown()) {
                    order(sales.level(goods.leadTimeDays() + 1, ordering.safety()) - position);
                }
            }
            case SUGGESTED -> {}
        }
    }

    /** Orders what is suggested, unless it has ordered since; tells whether it did. */
    boolean approve(ReplenishmentSuggestion suggestion) {
        if (Approval.orderedSince(suggestion, lastBid).isPresent()) {
            return false;
        }
        Command order =
                Approval.purchaseOrder(suggestion, Absent.is(suggestion.limitPx()) ? WHOLESALE : suggestion.limitPx());
        bids += suggestion.qty();
        said.add(new Submission.OfCommand(order));
        return true;
    }

    private void order(long qty) {
        if (qty > 0) {
            bids += qty;
            enter(SHOP, nextId(), Side.BUY, qty, WHOLESALE, TimeInForce.GTC, Absent.NUMBER);
        }
    }

    List<Submission> takeSaid() {
        List<Submission> taken = said;
        said = new ArrayList<>();
        return taken;
    }

    private void move(String account, MoveKind kind, long qty, @Nullable String ref) {
        say(account, new MoveStock(nextId(), kind, qty, ref, null, Absent.NUMBER));
    }

    private void enter(
            String account, String id, Side side, long qty, long price, TimeInForce force, long leadTimeDays) {
        say(
                account,
                OrderTicket.limit(side, qty, price)
                        .in(force)
                        .deliveredIn(leadTimeDays)
                        .as(id));
    }

    private void say(String account, CommandBody body) {
        said.add(Submission.of(symbol, account, body));
    }

    private String nextId() {
        return runId + "-" + ++ids;
    }
}
