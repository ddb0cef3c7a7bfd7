package io.stockmate.core.demand.daily;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.Trade;
import io.stockmate.core.message.TradeCorrected;
import io.stockmate.core.state.Days;
import io.stockmate.core.state.PieceStore;
import org.jspecify.annotations.Nullable;

/**
 * The demand of one symbol, from its events in order.
 *
 * <ul>
 *   <li>An account's demand of a day is what it sold by trades, what it issued, and its part of what was lost.
 *   <li>Lost is what buyers wanted and did not get (orderQty − cumQty of BUYs that ended with NO_MATCH or EXPIRED, as
 *       the category {@code no_match_buy} says) while an account that plans its stock had nothing on hand, or, where
 *       none plans, any that sells the symbol. While all these had goods it was the price that did not suit. A BUY of
 *       an account that sells the symbol itself is a purchase, no demand. A day's lost quantity is split when the day
 *       closes, by how much of it each account was sold out times what it was expected to sell. What an order that
 *       expired did not get was lost on the day of its time, or the last before it on which the market ran.
 *   <li>Unmet is what all BUYs that ended unmatched left open, whoever bid and whatever the stock: a fact of the
 *       symbol.
 *   <li>An issue counts on the day it really took place ({@code effectiveAt}), and what corrects a trade on the day of
 *       the trade, as long as that day is open, the market ran on it and its seller is not forgotten; else it is told
 *       as too late, and its size is counted on the day it was told.
 *   <li>A day's price is what the account asked for or was paid last.
 *   <li>A day on which nothing of the symbol was heard, not even a tick, is missing: the market did not run. So is the
 *       symbol's first day, known in part only, and a day on which an account had nothing on hand from beginning to end
 *       and nothing was lost: it tells nothing of what would have been sold. Any other day without demand is a zero.
 *   <li>An account without a policy that sold and issued nothing for four weeks, or has not yet on a day that counts,
 *       is forgotten until it does again: with it goes what it has on hand, where that is nothing.
 *   <li>What an account of goods has and has ordered before it has a policy counts once it has one; what it only has is
 *       forgotten, too, when it was not heard of for four weeks and has sold and issued nothing.
 *   <li>At most {@value #PLANNERS_MAX} accounts plan a symbol's stock; the policies of others are told and not kept.
 *   <li>A day closes with the first tick at or after its end and the time it takes late facts.
 * </ul>
 */
public final class SymbolDemand {
    /** How many accounts may plan one symbol's stock: all of them are named in the piece read with every event. */
    public static final int PLANNERS_MAX = 100;

    private final String symbol;
    private final DemandSettings settings;
    private final PieceStore pieces;
    private final Head head;
    private final Accounts accounts;
    private boolean headChanged;

    private SymbolDemand(String symbol, DemandSettings settings, PieceStore pieces, Head head) {
        this.symbol = symbol;
        this.settings = settings;
        this.pieces = pieces;
        this.head = head;
        this.accounts = new Accounts(pieces, head);
    }

    /** Whether an event can say anything of demand; those that cannot need not be applied. */
    public static boolean concerns(Event event) {
        if (event.seq() == 0) {
            return false;
        }
        if (event.body() instanceof ExecutionReport report) {
            return report.side() == Side.BUY || isOffer(report);
        }
        return event.body() instanceof Trade
                || event.body() instanceof TradeCorrected
                || event.body() instanceof StockLevel
                || event.body() instanceof Accepted;
    }

    private static boolean isOffer(ExecutionReport report) {
        return report.side() == Side.SELL
                && (report.execType() == ExecType.NEW || report.execType() == ExecType.REPLACED)
                && !Absent.is(report.price())
                && Absent.is(report.stopPx());
    }

    /**
     * Applies the next event of the symbol.
     *
     * @param configuration the command that an {@link Accepted} carries, where it configures anything
     */
    public static void apply(
            Event event,
            @Nullable Command configuration,
            DemandSettings settings,
            PieceStore pieces,
            DemandResults results) {
        byte[] known = pieces.get(Head.NAME);
        Head head = known == null ? new Head(Days.of(event.header().ts())) : Head.read(known);
        SymbolDemand demand = new SymbolDemand(event.symbol(), settings, pieces, head);
        demand.headChanged =
                known == null || !head.open().containsKey(Days.of(event.header().ts()));
        demand.apply(event, configuration, results);
        if (demand.headChanged || demand.accounts.changedHead()) {
            pieces.put(Head.NAME, head.toBytes());
        }
    }

    private void apply(Event event, @Nullable Command configuration, DemandResults results) {
        EventHeader header = event.header();
        head.bucket(header.ts());
        if (event.body() instanceof Trade trade) {
            trade(trade, header.ts());
        } else if (event.body() instanceof TradeCorrected corrected) {
            correct(corrected, header.ts(), results);
        } else if (event.body() instanceof StockLevel level) {
            level(level, header.ts(), results);
        } else if (event.body() instanceof ExecutionReport report && isOffer(report)) {
            offer(report, header.ts());
        } else if (event.body() instanceof ExecutionReport report) {
            headChanged |= new BuyReports(head, accounts).apply(report, header.ts());
        } else if (configuration != null) {
            configure(configuration, header.ts(), results);
        } else if (event.body() instanceof Accepted accepted && accepted.kind().equals(CommandType.TICK.wireName())) {
            if (new DayClose(symbol, settings, pieces, head, results).closeUpTo(header)) {
                headChanged = true;
            }
        }
    }

    private void trade(Trade trade, long ts) {
        Bucket bucket = head.bucket(ts);
        if (bucket != null && bucket.firstTrade == 0) {
            bucket.firstTrade = number(trade.tradeId());
            headChanged = true;
        }
        Account seller = accounts.knownOrNew(trade.seller(), ts);
        if (bucket != null) {
            seller.day(bucket.day).sold += trade.qty();
            seller.day(bucket.day).price = trade.price();
        }
        accounts.put(trade.seller(), seller);
        if (head.mayPlan(trade.buyer())) {
            accounts.changeBuyer(trade.buyer(), ts, buyer -> {
                buyer.paidLast = trade.price();
                if (!Absent.is(trade.dueAt())) {
                    buyer.purchases
                            .computeIfAbsent(number(trade.buyOrderId()), entry -> new Purchase())
                            .expect(trade.qty(), Days.of(trade.dueAt()));
                }
            });
        }
    }

    /** Of goods only: shares are offered at prices of the moment, and those paid tell as much. */
    private void offer(ExecutionReport report, long ts) {
        Bucket bucket = head.bucket(ts);
        if (head.tracksStock && bucket != null) {
            Account seller = accounts.knownOrNew(report.account(), ts);
            seller.day(bucket.day).price = report.price();
            accounts.put(report.account(), seller);
        }
    }

    private void correct(TradeCorrected corrected, long ts, DemandResults results) {
        long day = head.dayOfTrade(number(corrected.tradeId()), head.closedDay);
        long qty = corrected.newQty() - corrected.oldQty();
        Account seller = accounts.known(corrected.seller());
        if (day <= head.closedDay || seller == null) {
            tooLate(qty, ts, results);
        } else {
            seller.day(day).sold += qty;
            accounts.put(corrected.seller(), seller);
        }
    }

    private void tooLate(long qty, long ts, DemandResults results) {
        Bucket told = head.bucket(ts);
        if (told != null) {
            told.late += Math.abs(qty);
            headChanged = true;
        }
        results.tooLate(qty);
    }

    private void level(StockLevel level, long ts, DemandResults results) {
        boolean tellsOfDemand = level.reason() == StockReason.ISSUE;
        Account account = tellsOfDemand || isOfAStore(level)
                ? accounts.knownOrNew(level.account(), ts)
                : accounts.known(level.account());
        if (account == null) {
            accounts.changeBuyer(level.account(), ts, buyer -> {
                buyer.onHand = level.onHand();
                buyer.onOrder = level.onOrder();
                if (level.reason() == StockReason.CORRECTION) {
                    buyer.expectAtMost(level.onOrder());
                }
            });
            return;
        }
        if (tellsOfDemand) {
            long when = Absent.is(level.effectiveAt()) ? ts : Math.min(ts, level.effectiveAt());
            Bucket bucket = head.open().get(Days.of(when));
            if (bucket == null) {
                tooLate(-level.delta(), ts, results);
            } else {
                account.day(bucket.day).issued -= level.delta();
            }
        }
        if (level.reason() == StockReason.RECEIPT && level.ref() != null) {
            received(account, number(level.ref()), level.delta());
        }
        if (level.reason() == StockReason.CORRECTION) {
            account.expectAtMost(level.onOrder());
        }
        accounts.level(account, level.onHand(), level.onOrder(), ts);
        accounts.put(level.account(), account);
    }

    /** Receipts, counts and offers are a store's; what is bought alone may be a customer's. */
    private static boolean isOfAStore(StockLevel level) {
        return level.reason() == StockReason.RECEIPT
                || level.reason() == StockReason.COUNT
                || level.reason() == StockReason.ALLOCATE;
    }

    private static void received(Account account, long entry, long qty) {
        Purchase purchase = account.purchases.get(entry);
        if (purchase != null) {
            purchase.arrived(qty);
            if (purchase.isOver()) {
                account.purchases.remove(entry);
            }
        }
    }

    private void configure(Command command, long ts, DemandResults results) {
        headChanged = true;
        if (command.body() instanceof DefineInstrument instrument) {
            head.tracksStock = instrument.tracksStock();
            head.lotSize = instrument.lotSize();
            head.orderQtyMax = instrument.maxOrderQty();
            head.category = instrument.category() == null ? "" : instrument.category();
        } else if (command.body() instanceof SetStockPolicy policy) {
            plan(command.account(), policy, ts, results);
        } else if (command.body() instanceof CalendarEvent event) {
            byte[] known = pieces.get(Calendar.NAME);
            Calendar calendar = known == null ? new Calendar() : Calendar.read(known);
            calendar.take(event);
            pieces.put(Calendar.NAME, calendar.toBytes());
        }
    }

    private void plan(String name, SetStockPolicy policy, long ts, DemandResults results) {
        if (head.planned.size() >= PLANNERS_MAX && !head.planned.contains(name)) {
            results.notPlanned(symbol, name);
            return;
        }
        Account account = accounts.knownOrNew(name, ts);
        head.soldOutPlanned += account.isSoldOut() && account.policy == null ? 1 : 0;
        account.policy = policy;
        if (head.tracksStock && Absent.is(account.onHand)) {
            accounts.level(account, 0, 0, ts);
        }
        accounts.put(name, account);
        head.planned.add(name);
    }

    /** What stands behind the last hyphen of a derived id. */
    static long number(String id) {
        return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    }
}
