package io.stockmate.core.book;

import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plays the commands of a scenario on a book and writes down what comes of each. A line that starts with {@code >} is a
 * command, one with {@code #} or an empty one stays as it is, any other is output of the command above it.
 *
 * <pre>
 * &gt; buy 1 anna 10 @ 100                     enters order 1 of account anna, which rests
 * &gt; buy 3 anna 10 @ 100 showing 4           an iceberg
 * &gt; sell 2 bob 5 @ any ioc decrement        at any price, does not rest; the default is cancel_new
 * &gt; fillable anna buy 10 @ 101 decrement    how much could trade
 * &gt; reduce 1 to 4
 * &gt; remove 1
 * &gt; book                                    draws the book
 * </pre>
 */
final class Scenario {
    private final Book book;
    private final Map<String, Integer> accounts = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Scenario(Book book) {
        this.book = book;
    }

    /** The scenario with the output that {@code book} gives. */
    static String play(String text, Book book) {
        Scenario scenario = new Scenario(book);
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
        switch (words[0]) {
            case "buy", "sell" -> enter(words);
            case "fillable" -> say("fillable " + fillable(words));
            case "reduce" -> book.reduce(Long.parseLong(words[1]), Long.parseLong(words[3]));
            case "remove" -> book.remove(Long.parseLong(words[1]));
            case "book" -> BookPicture.of(book).forEach(this::say);
            default -> throw new IllegalArgumentException("no command: " + words[0]);
        }
    }

    private void enter(String[] words) {
        Side side = side(words[0]);
        long order = Long.parseLong(words[1]);
        boolean rests = !List.of(words).contains("ioc");
        int showing = List.of(words).indexOf("showing");
        ToldInWords told = new ToldInWords();
        long left = book.enter(
                order,
                account(words[2]),
                side,
                limit(side, words[5]),
                Long.parseLong(words[3]),
                prevention(words),
                rests && showing < 0,
                told);
        if (left > 0 && showing >= 0) {
            long slice = Long.parseLong(words[showing + 1]);
            long shown = Math.min(left, slice);
            book.rest(order, account(words[2]), side, limit(side, words[5]), shown, left - shown, slice);
        }
        told.lines().forEach(this::say);
        if (left > 0) {
            say("#" + order + (rests ? " rests with " : " ends with unfilled ") + left);
        }
    }

    private long fillable(String[] words) {
        Side side = side(words[2]);
        long quantity = Long.parseLong(words[3]);
        return book.fillable(account(words[1]), side, limit(side, words[5]), quantity, prevention(words));
    }

    private void say(String line) {
        lines.add(("    " + line).stripTrailing());
    }

    private int account(String name) {
        return accounts.computeIfAbsent(name, unseen -> accounts.size() + 1);
    }

    private static Side side(String word) {
        return Side.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static long limit(Side side, String word) {
        if (word.equals("any")) {
            return side == Side.BUY ? Book.ANY_BUY : Book.ANY_SELL;
        }
        return Long.parseLong(word);
    }

    private static SelfTradePrevention prevention(String[] words) {
        for (SelfTradePrevention prevention : SelfTradePrevention.values()) {
            if (List.of(words).contains(prevention.name().toLowerCase(Locale.ROOT))) {
                return prevention;
            }
        }
        return SelfTradePrevention.CANCEL_NEW;
    }
}
