package io.stockmate.core.book.replay;

import static io.stockmate.core.message.SelfTradePrevention.NONE;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.BookListener;
import io.stockmate.core.message.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs an {@link OrderFile} through a book. Each entry into the book gets a number of its own; reports carry ids. */
final class OrderFileReplay implements BookListener {
    private static final int ACCOUNT = 1;

    /** An order that entered and is not known to be gone. */
    private record Entered(long id, long number, Side side, long price) {}

    private final Book book;
    private final ReportStream reports = new ReportStream();
    private final Map<Long, Entered> byId = new HashMap<>();
    private final Map<Long, Entered> byNumber = new HashMap<>();
    private long entries;
    private long sequence;
    private long incomingId;

    private OrderFileReplay(Book book) {
        this.book = book;
    }

    /** The hash of the report stream. */
    static String sha256(Path file, Book book) throws IOException {
        OrderFileReplay replay = new OrderFileReplay(book);
        OrderFile.read(file, replay::apply);
        return replay.reports.sha256();
    }

    private void apply(OrderMessage message) {
        sequence = message.sequence();
        Entered resting = byId.get(message.order());
        switch (message.kind()) {
            case NEW -> enterNew(message);
            case CANCEL -> cancel(message, resting);
            case MODIFY, MOVE_PRICE, REDUCE_BY -> change(message, resting);
        }
        reports.endMessage();
    }

    private void enterNew(OrderMessage message) {
        reports.report(
                ReportStream.ACCEPTED,
                sequence,
                message.side().ordinal(),
                message.order(),
                message.price(),
                message.quantity());
        long left = enter(message.order(), message.side(), message.price(), message.quantity(), message.rests());
        if (left > 0 && !message.rests()) {
            reports.report(ReportStream.CANCELED, sequence, message.side().ordinal(), message.order(), message.price());
        }
    }

    private void cancel(OrderMessage message, Entered resting) {
        if (resting == null) {
            reports.report(ReportStream.CANCEL_REFUSED, sequence, message.order());
            return;
        }
        remove(resting);
        reports.report(ReportStream.CANCELED, sequence, resting.side().ordinal(), resting.id(), resting.price());
    }

    private void change(OrderMessage message, Entered resting) {
        if (resting == null) {
            reports.report(ReportStream.MODIFY_REFUSED, sequence, message.order());
            return;
        }
        long left = book.quantity(resting.number());
        long reportedPrice = 0;
        long reportedQuantity = 0;
        switch (message.kind()) {
            case MODIFY -> {
                reportedPrice = message.price();
                reportedQuantity = message.quantity();
                enterAgain(resting, message.price(), message.quantity());
            }
            case MOVE_PRICE -> {
                reportedPrice = message.price();
                enterAgain(resting, message.price(), left);
            }
            case REDUCE_BY -> {
                if (message.quantity() < left) {
                    book.reduce(resting.number(), left - message.quantity());
                } else {
                    remove(resting);
                }
            }
            case NEW, CANCEL -> throw new IllegalArgumentException("no change: " + message);
        }
        reports.report(
                ReportStream.MODIFIED,
                sequence,
                resting.side().ordinal(),
                resting.id(),
                reportedPrice,
                reportedQuantity);
    }

    private void enterAgain(Entered resting, long price, long quantity) {
        remove(resting);
        enter(resting.id(), resting.side(), price, quantity, true);
    }

    private long enter(long id, Side side, long price, long quantity, boolean rests) {
        long number = ++entries;
        incomingId = id;
        long left = book.enter(number, ACCOUNT, side, price, quantity, NONE, rests, this);
        if (left > 0 && rests) {
            Entered entered = new Entered(id, number, side, price);
            byId.put(id, entered);
            byNumber.put(number, entered);
        }
        return left;
    }

    private void remove(Entered resting) {
        book.remove(resting.number());
        forget(resting);
    }

    private void forget(Entered gone) {
        byId.remove(gone.id());
        byNumber.remove(gone.number());
    }

    @Override
    public void traded(long resting, long incoming, long price, long quantity, long restingLeft, long incomingLeft) {
        Entered maker = byNumber.get(resting);
        reports.report(ReportStream.FILL, sequence, price, quantity, maker.id(), incomingId);
        if (restingLeft == 0) {
            forget(maker);
        }
    }

    @Override
    public void restingRemoved(long resting, long incoming, long quantity) {
        throw preventionWasOff();
    }

    @Override
    public void restingReduced(long resting, long incoming, long by, long left) {
        throw preventionWasOff();
    }

    @Override
    public void incomingRemoved(long resting, long incoming, long quantity) {
        throw preventionWasOff();
    }

    @Override
    public void incomingReduced(long resting, long incoming, long by, long left) {
        throw preventionWasOff();
    }

    private static IllegalStateException preventionWasOff() {
        return new IllegalStateException("self-trade prevention acted though it was NONE");
    }
}
