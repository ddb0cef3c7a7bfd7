package io.stockmate.core.market;

import static io.stockmate.core.market.TestMarket.NONE;
import static io.stockmate.core.market.TestOrders.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.Book;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.MassCancel;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.TradingStatus;
import io.stockmate.core.view.EventBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Plays the commands of a scenario on a market of shares and writes down the events of each. A line that starts with
 * {@code >} is a command, one with {@code #} or an empty one stays as it is, any other is output of the command above.
 *
 * <pre>
 * &gt; ANN buy b1 10 @ 9.5                         GTC; further words: day, ioc, fok, postonly, decrement …
 * &gt; SAM sell s1 10 @ market                     IOC
 * &gt; ANN buy b2 10 @ 9.5 stop 9.4 show 2 min 3   a stop-limit; with "@ market" a stop
 * &gt; ANN replace r1 b1 qty 5 price 9.6 stop 9 show 3
 * &gt; ANN cancel c1 b1
 * &gt; ANN masscancel m1
 * &gt; halt | open | close
 * &gt; bands 9 11 10%                              a dash for none
 * &gt; tick 60                                     so many seconds later
 * &gt; book                                        draws the book and the stops that wait
 * </pre>
 *
 * After every command the book that a reader rebuilds from the events must be the market's.
 */
final class MarketScenario {
    private final List<String> lines = new ArrayList<>();
    private final EventBook view = new EventBook();
    private final MarketPicture picture = new MarketPicture();
    private final TestMarket market;
    private final boolean restored;
    private int seen;
    private long now = TestMarket.MORNING;

    private MarketScenario(Supplier<Book> books, boolean restored) {
        this.restored = restored;
        this.market = new TestMarket(books);
        market.operate(bands("-", "-", "-"));
    }

    /** The scenario as the market plays it, put away and loaded again between the commands where {@code restored}. */
    static String play(String text, Supplier<Book> books, boolean restored) {
        MarketScenario scenario = new MarketScenario(books, restored);
        for (String line : text.lines().toList()) {
            if (line.startsWith(">")) {
                scenario.lines.add(line);
                scenario.play(line.substring(1).strip().split(" +"));
            } else if (line.isBlank() || line.startsWith("#")) {
                scenario.lines.add(line);
            }
        }
        return String.join("\n", scenario.lines) + "\n";
    }

    private void play(String[] words) {
        if (words[0].equals("book")) {
            picture.of(market.book()).forEach(this::say);
            return;
        }
        send(words).forEach(this::say);
        for (Event event : market.events.subList(seen, market.events.size())) {
            view.accept(event);
            picture.accept(event);
        }
        seen = market.events.size();
        if (restored) {
            market.snapshot().restore();
        }
        for (Side side : Side.values()) {
            assertThat(MarketPicture.levels(view, side)).isEqualTo(MarketPicture.levels(market.book(), side));
            assertThat(view.head(side)).isEqualTo(MarketPicture.head(market.book(), side));
        }
    }

    private List<String> send(String[] words) {
        return switch (words[0]) {
            case "halt" -> market.operate(new SetTradingStatus(TradingStatus.HALTED, "news"));
            case "open" -> market.operate(new SetTradingStatus(TradingStatus.OPEN, "news are out"));
            case "close" -> market.operate(new SetTradingStatus(TradingStatus.CLOSED, "end of day"));
            case "bands" -> market.operate(bands(words[1], words[2], words[3]));
            case "tick" -> {
                now += 1_000 * Long.parseLong(words[1]);
                yield market.at(now).operate(new Tick());
            }
            default -> market.send(words[0], command(words));
        };
    }

    private static CommandBody command(String[] words) {
        return switch (words[1]) {
            case "buy", "sell" -> order(words);
            case "replace" ->
                new ReplaceOrder(
                        words[2],
                        words[3],
                        number(words, "qty"),
                        price(words, "price"),
                        price(words, "stop"),
                        number(words, "show"),
                        NONE);
            case "cancel" -> new CancelOrder(words[2], words[3]);
            case "masscancel" -> new MassCancel(words[2], null);
            default -> throw new IllegalArgumentException("no command: " + words[1]);
        };
    }

    private static NewOrder order(String[] words) {
        boolean market = words[5].equals("market");
        boolean stop = !Absent.is(price(words, "stop"));
        OrdType ordType = stop ? (market ? OrdType.STOP : OrdType.STOP_LIMIT) : market ? OrdType.MARKET : OrdType.LIMIT;
        return new NewOrder(
                words[2],
                Side.valueOf(words[1].toUpperCase(Locale.ROOT)),
                ordType,
                Long.parseLong(words[3]),
                market ? NONE : units(words[5]),
                price(words, "stop"),
                timeInForce(words, ordType),
                NONE,
                number(words, "show"),
                number(words, "min"),
                Arrays.asList(words).contains("postonly"),
                prevention(words),
                NONE,
                null);
    }

    private static TimeInForce timeInForce(String[] words, OrdType ordType) {
        for (TimeInForce timeInForce : TimeInForce.values()) {
            if (Arrays.asList(words).contains(timeInForce.name().toLowerCase(Locale.ROOT))) {
                return timeInForce;
            }
        }
        return ordType == OrdType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
    }

    private static SelfTradePrevention prevention(String[] words) {
        for (SelfTradePrevention prevention : SelfTradePrevention.values()) {
            if (Arrays.asList(words).contains(prevention.name().toLowerCase(Locale.ROOT))) {
                return prevention;
            }
        }
        return null;
    }

    private static long number(String[] words, String name) {
        int at = Arrays.asList(words).indexOf(name);
        return at < 0 ? NONE : Long.parseLong(words[at + 1]);
    }

    private static long price(String[] words, String name) {
        int at = Arrays.asList(words).indexOf(name);
        return at < 0 ? NONE : units(words[at + 1]);
    }

    private static DefineInstrument bands(String low, String high, String percent) {
        return new DefineInstrument(
                "A share",
                null,
                "EUR",
                100,
                1,
                1_000_000,
                0,
                true,
                false,
                low.equals("-") ? NONE : units(low),
                high.equals("-") ? NONE : units(high),
                percent.equals("-") ? NONE : units(percent.replace("%", "")),
                NONE,
                NONE,
                NONE);
    }

    private void say(String line) {
        lines.add(("    " + line).stripTrailing());
    }
}
