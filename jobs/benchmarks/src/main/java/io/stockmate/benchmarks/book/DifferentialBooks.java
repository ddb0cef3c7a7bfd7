package io.stockmate.benchmarks.book;

import io.stockmate.core.book.Book;
import io.stockmate.core.reference.NaiveBook;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives the same random messages to a book, to the naive one and to exchange-core's, and compares what they report,
 * message by message. The messages are those that exchange-core knows: orders that rest or do not, cancels, changes of
 * price and quantity. A session is some messages on empty books, and at its end all that rests is taken.
 */
public final class DifferentialBooks {
    private static final int SESSION_MESSAGES = 2_000;

    private final Supplier<? extends Book> empty;
    private final Consumer<String> difference;
    private long sessions;

    /** @param difference receives the first one of each session, with its seed */
    public DifferentialBooks(Supplier<? extends Book> empty, Consumer<String> difference) {
        this.empty = empty;
        this.difference = difference;
    }

    /** How many sessions there were. */
    public long sessions() {
        return sessions;
    }

    /** Sessions with seeds from {@code seed} on, of so many messages in all. */
    public void run(long seed, long messages) {
        for (long left = messages; left > 0; left -= SESSION_MESSAGES) {
            session(seed + sessions, (int) Math.min(left, SESSION_MESSAGES));
            sessions++;
        }
    }

    private void session(long seed, int messages) {
        Book judge = new NaiveBook();
        Participant[] participants = {
            new Participant("the naive book", reports -> new MarketBook(judge, reports)),
            new Participant("the book", reports -> new MarketBook(empty.get(), reports)),
            new Participant("exchange-core", ExchangeCoreBook::new)
        };
        RandomMessage message = new RandomMessage(seed);
        boolean same = true;
        for (int i = 0; same && i < messages; i++) {
            message.next(judge);
            same = agree(participants, message, seed);
        }
        for (boolean buys : new boolean[] {true, false}) {
            message.sweep(buys);
            same = same && agree(participants, message, seed);
        }
    }

    private boolean agree(Participant[] participants, RandomMessage message, long seed) {
        String judgement = participants[0].answer(message);
        boolean same = true;
        for (int other = 1; same && other < participants.length; other++) {
            String answer = participants[other].answer(message);
            if (!answer.equals(judgement)) {
                difference.accept("seed " + seed + ", " + message + ": " + participants[0].name + " reports\n"
                        + judgement + "\n" + participants[other].name + " reports\n" + answer);
                same = false;
            }
        }
        return same;
    }

    private static final class Participant {
        final String name;
        private final LatestReports reports = new LatestReports();
        private final BookEngine engine;

        Participant(String name, Function<BookReports, BookEngine> engine) {
            this.name = name;
            this.engine = engine.apply(reports);
        }

        String answer(RandomMessage message) {
            engine.apply(message, 0);
            return reports.take();
        }
    }
}
