package io.stockmate.benchmarks.book;

import io.stockmate.core.book.Book;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.market.PieceSink;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Event;
import io.stockmate.core.reference.NaiveBook;
import io.stockmate.core.reference.OrderLives;
import io.stockmate.core.reference.TradeFills;
import io.stockmate.core.state.HeapPieces;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives the same random commands, with orders of every type, to two markets, one on a book and one on the naive book,
 * and compares their chains after each. The first is put away and loaded again now and then, and its events are held
 * against what every order and trade must be.
 */
public final class DifferentialMarkets {
    private static final String SYMBOL = "DIFFERENTIAL";
    private static final String OPERATOR = "OPS";
    private static final MarketRules RULES = MarketRules.of(List.of(OPERATOR), MarketRules.CORRECTABLE_MS_DEFAULT);
    private static final int SESSION_COMMANDS = 2_000;
    private static final int COMMANDS_PER_RESTORE = 97;

    private final Supplier<? extends Book> empty;
    private final Consumer<String> difference;
    private long sessions;
    private long trades;

    /** @param difference receives the first one of each session, with its seed, and each breach of a rule */
    public DifferentialMarkets(Supplier<? extends Book> empty, Consumer<String> difference) {
        this.empty = empty;
        this.difference = difference;
    }

    /** How many sessions there were. */
    public long sessions() {
        return sessions;
    }

    /** How many trades there were. */
    public long trades() {
        return trades;
    }

    /** Sessions with seeds from {@code seed} on, of so many commands in all. */
    public void run(long seed, long commands) {
        for (long left = commands; left > 0; left -= SESSION_COMMANDS) {
            session(seed + sessions, (int) Math.min(left, SESSION_COMMANDS));
            sessions++;
        }
    }

    private void session(long seed, int commands) {
        RandomOrders random = new RandomOrders(seed);
        TreeMap<String, byte[]> pieces = new TreeMap<>();
        HeapPieces archive = new HeapPieces();
        Market market = Market.load(RULES, SYMBOL, pieces.entrySet(), archive, empty);
        Market judge = Market.open(RULES, SYMBOL, NaiveBook::new);
        OrderLives lives = new OrderLives((event, problem) -> breach(seed, event, problem));
        TradeFills fills = new TradeFills((event, problem) -> breach(seed, event, problem));
        long now = 1;
        for (int i = 0; i <= commands; i++) {
            now += random.pause();
            Cause cause = new Cause("shard-0", Integer.toString(i + 1), 0, now);
            Command command = command(random, i == 0);
            market.apply(command, cause, event -> {
                lives.accept(event);
                fills.accept(event);
            });
            judge.apply(command, cause, event -> {});
            if (market.chain() != judge.chain()) {
                difference.accept("seed " + seed + ", command " + i + ", " + command
                        + ": the chain is another than on the naive book");
                return;
            }
            if (i % COMMANDS_PER_RESTORE == 0) {
                market.writeChanges(new Stored(pieces));
                market = Market.load(RULES, SYMBOL, pieces.entrySet(), archive, empty);
            }
        }
        fills.end();
        trades += fills.trades();
    }

    private static Command command(RandomOrders random, boolean first) {
        if (first || random.operates()) {
            CommandBody body =
                    first ? RandomOrders.instrument(Absent.NUMBER, Absent.NUMBER, Absent.NUMBER) : random.operation();
            return new Command(SYMBOL, OPERATOR, Absent.NUMBER, body);
        }
        CommandBody body = random.next();
        return new Command(SYMBOL, random.account(), Absent.NUMBER, body);
    }

    private void breach(long seed, Event event, String problem) {
        difference.accept("seed " + seed + ", event " + event.seq() + ": " + problem);
    }

    private record Stored(TreeMap<String, byte[]> pieces) implements PieceSink {
        @Override
        public void put(String piece, byte[] bytes) {
            pieces.put(piece, bytes);
        }

        @Override
        public void remove(String piece) {
            pieces.remove(piece);
        }
    }
}
