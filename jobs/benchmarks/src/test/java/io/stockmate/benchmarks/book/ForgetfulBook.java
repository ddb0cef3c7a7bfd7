package io.stockmate.benchmarks.book;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.BookListener;
import io.stockmate.core.book.LadderBook;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;

/** A book with a mistake: an order that is reduced goes behind all others of its price. */
final class ForgetfulBook implements Book {
    private static final int ACCOUNT = 1;

    private final Book book = new LadderBook();

    @Override
    public void reduce(long order, long quantity) {
        Side side = book.isBuy(order) ? Side.BUY : Side.SELL;
        long price = book.price(order);
        book.remove(order);
        book.rest(order, ACCOUNT, side, price, quantity);
    }

    @Override
    public long enter(
            long order,
            int account,
            Side side,
            long limit,
            long quantity,
            SelfTradePrevention prevention,
            boolean rests,
            BookListener listener) {
        return book.enter(order, account, side, limit, quantity, prevention, rests, listener);
    }

    @Override
    public long reenter(long order, long price, long quantity, SelfTradePrevention prevention, BookListener listener) {
        return book.reenter(order, price, quantity, prevention, listener);
    }

    @Override
    public void rest(long order, int account, Side side, long price, long quantity) {
        book.rest(order, account, side, price, quantity);
    }

    @Override
    public void rest(long order, int account, Side side, long price, long quantity, long hidden, long slice) {
        book.rest(order, account, side, price, quantity, hidden, slice);
    }

    @Override
    public void remove(long order) {
        book.remove(order);
    }

    @Override
    public long quantity(long order) {
        return book.quantity(order);
    }

    @Override
    public long price(long order) {
        return book.price(order);
    }

    @Override
    public boolean isBuy(long order) {
        return book.isBuy(order);
    }

    @Override
    public long fillable(int account, Side side, long limit, long quantity, SelfTradePrevention prevention) {
        return book.fillable(account, side, limit, quantity, prevention);
    }

    @Override
    public long bestPrice(Side side) {
        return book.bestPrice(side);
    }

    @Override
    public long bestQuantity(Side side) {
        return book.bestQuantity(side);
    }

    @Override
    public void levels(Side side, LevelVisitor visitor) {
        book.levels(side, visitor);
    }

    @Override
    public void orders(Side side, OrderVisitor visitor) {
        book.orders(side, visitor);
    }
}
