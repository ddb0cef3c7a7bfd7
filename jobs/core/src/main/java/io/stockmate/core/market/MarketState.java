package io.stockmate.core.market;

import io.stockmate.core.book.Book;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.TradingStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that one market consists of; the rules that move it stand in the classes beside this one. */
final class MarketState {
    static final TopOfBook EMPTY_TOP = new TopOfBook(Absent.NUMBER, Absent.NUMBER, Absent.NUMBER, Absent.NUMBER);

    /** A book that once held this many is made anew when an eighth of them is left. */
    private static final int BOOK_MADE_ANEW_FROM = 1_024;

    final Publisher publisher;
    final Reports reports;
    final Orders orders = new Orders();
    final Stops stops = new Stops();
    final Stock stock;
    /** Ids of orders and of what is asked about them, and how orders ended. */
    final IdMemory ids;

    /** Ids of payments and movements: a late repeat would be booked a second time. */
    final IdMemory bookedIds;

    final TradeMemory keptTrades;
    Book book;

    DefineInstrument instrument;
    TradingStatus status = TradingStatus.OPEN;

    /** Price of the last trade; {@link Absent#NUMBER} before the first. */
    long lastPx = Absent.NUMBER;

    private final Supplier<? extends Book> books;
    private long place;
    private long trades;
    private TopOfBook top = EMPTY_TOP;

    /** The numbers by which the book knows accounts; they live as long as the book and decide nothing. */
    private final Map<String, Integer> accountNumbers = new HashMap<>();

    MarketState(
            Publisher publisher,
            Supplier<? extends Book> books,
            DefineInstrument instrument,
            TradeMemory keptTrades,
            IdMemory ids,
            IdMemory bookedIds) {
        this.publisher = publisher;
        this.books = books;
        this.book = books.get();
        this.instrument = instrument;
        this.keptTrades = keptTrades;
        this.ids = ids;
        this.bookedIds = bookedIds;
        this.reports = new Reports(publisher);
        this.stock = new Stock(publisher);
    }

    void restore(Head head) {
        place = head.place();
        trades = head.trades();
        top = head.top();
        status = head.status() == null ? TradingStatus.OPEN : head.status();
        lastPx = head.lastPx();
    }

    Head head(long rulesHash) {
        return new Head(
                rulesHash,
                publisher.seq(),
                publisher.commandSeq(),
                publisher.ts(),
                publisher.chainHash(),
                place,
                trades,
                top,
                instrument,
                status == TradingStatus.OPEN ? null : status,
                lastPx);
    }

    long nextPlace() {
        return ++place;
    }

    long nextTrade() {
        return ++trades;
    }

    boolean isOpen() {
        return status == TradingStatus.OPEN;
    }

    boolean hasTraded() {
        return trades > 0;
    }

    /** Whether the order of this entry works. */
    boolean works(long entry) {
        return orders.find(entry) != null;
    }

    /**
     * The order of this entry, whether it works or has traded, ended and is kept; null where nothing is known of it.
     */
    @Nullable
    Order known(long entry) {
        Order working = orders.find(entry);
        if (working != null) {
            return working;
        }
        EndedOrder ended = keptTrades.ended(entry);
        return ended == null ? null : ended.order();
    }

    /** Remembers how an order ended, and all of it where it has traded. */
    void ended(Order order, OrdStatus ordStatus) {
        ids.add(new KnownId.Ended(order.entry, ordStatus, order.cumQty, order.notional), publisher.ts());
        if (order.cumQty > 0) {
            keptTrades.ended(new EndedOrder(order, ordStatus), publisher.ts(), trades + 1);
        }
    }

    /** Remembers what a correction has left of an order that had ended. */
    void correctEnded(Order order, OrdStatus ordStatus) {
        if (ids.hasEnded(order.entry)) {
            ids.add(new KnownId.Ended(order.entry, ordStatus, order.cumQty, order.notional), publisher.ts());
        }
        keptTrades.ended(new EndedOrder(order, ordStatus), publisher.ts(), trades + 1);
    }

    int accountNumber(String account) {
        return accountNumbers.computeIfAbsent(account, name -> accountNumbers.size() + 1);
    }

    /** Puts the working orders where they belong, in order of place. */
    void rebuildBook() {
        for (Order order : orders.inOrderOfPlace()) {
            if (order.waits()) {
                stops.add(order);
            } else {
                rest(order);
            }
        }
    }

    /** Gives back the memory of many orders that are gone: the same orders in a book as large as they need. */
    void shrinkBook() {
        if (orders.grownTo() < BOOK_MADE_ANEW_FROM || orders.grownTo() / 8 < orders.size()) {
            return;
        }
        book = books.get();
        accountNumbers.clear();
        for (Order order : orders.inOrderOfPlace()) {
            if (!order.waits()) {
                rest(order);
            }
        }
        orders.shrunk();
    }

    /** Rests an order that is not in the book behind all others of its price, whatever it crosses. */
    void rest(Order order) {
        int account = accountNumber(order.account);
        if (order.isIceberg()) {
            long hidden = order.leavesQty - order.shownQty;
            book.rest(order.entry, account, order.side, order.price, order.shownQty, hidden, order.displayQty);
        } else {
            book.rest(order.entry, account, order.side, order.price, order.leavesQty);
        }
    }

    /** Takes a working order out of the book, or from the stops that wait. */
    void withdraw(Order order) {
        if (order.waits()) {
            stops.remove(order);
        } else {
            book.remove(order.entry);
        }
    }

    /** Publishes the top of book if it differs from the last one published. */
    void publishTop() {
        TopOfBook now = new TopOfBook(
                present(book.bestPrice(Side.BUY)),
                present(book.bestQuantity(Side.BUY)),
                present(book.bestPrice(Side.SELL)),
                present(book.bestQuantity(Side.SELL)));
        if (!now.equals(top)) {
            top = now;
            publisher.publish(now);
        }
    }

    private static long present(long value) {
        return value == 0 ? Absent.NUMBER : value;
    }
}
