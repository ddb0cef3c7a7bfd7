package io.stockmate.local.terraform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a file of HCL and a place in it. */
final class HclText {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*|[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]+)?");
    private static final Pattern BLANK = Pattern.compile("([ \\t]|#[^\\n]*|//[^\\n]*)+");
    private static final Pattern BLANK_OR_LINE = Pattern.compile("(\\s|#[^\\n]*|//[^\\n]*)+");

    private final String file;
    private final String content;
    private int place;
    private int counted;
    private int line = 1;
    private boolean linesEnd;

    HclText(String file, String content) {
        this.file = file;
        this.content = content;
    }

    String file() {
        return file;
    }

    int line() {
        for (; counted < place; counted++) {
            if (content.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }

    /**
     * Whether the end of a line ends an expression.
     *
     * @return what was set before
     */
    boolean endLines(boolean end) {
        boolean before = linesEnd;
        linesEnd = end;
        return before;
    }

    void skipLines() {
        skip(BLANK_OR_LINE);
    }

    private void skipBlank() {
        skip(linesEnd ? BLANK : BLANK_OR_LINE);
    }

    private void skip(Pattern pattern) {
        Matcher matcher = pattern.matcher(content).region(place, content.length());
        if (matcher.lookingAt()) {
            place = matcher.end();
        }
    }

    boolean atEnd() {
        skipLines();
        return place == content.length();
    }

    boolean take(String symbol) {
        skipBlank();
        return takeDirectly(symbol);
    }

    /** Without space before it. */
    boolean takeDirectly(String symbol) {
        if (!content.startsWith(symbol, place)) {
            return false;
        }
        place += symbol.length();
        return true;
    }

    /** An operator that is not the beginning of another: = of =>, for instance. */
    boolean takeOperator(String operator) {
        skipBlank();
        return takeDirectly(operator);
    }

    boolean takeAssignment() {
        skipBlank();
        return !content.startsWith("==", place) && takeDirectly("=");
    }

    boolean takeWord(String word) {
        skipBlank();
        Matcher matcher = WORD.matcher(content).region(place, content.length());
        return matcher.lookingAt() && matcher.group().equals(word) && takeDirectly(word);
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw wrong("expected " + symbol);
        }
    }

    void endOfLine() {
        skipBlank();
        if (place < content.length() && content.charAt(place) != '\n' && content.charAt(place) != '}') {
            throw wrong("expected the end of the line");
        }
    }

    String word() {
        String word = matched(WORD);
        if (word == null) {
            throw wrong("expected a name");
        }
        return word;
    }

    @Nullable
    String number() {
        return matched(NUMBER);
    }

    private @Nullable String matched(Pattern pattern) {
        skipBlank();
        Matcher matcher = pattern.matcher(content).region(place, content.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        place = matcher.end();
        return matcher.group();
    }

    /** Takes the quote, too. */
    String plainUntilQuote() {
        String plain = plainUntilQuoteOrHole();
        expect("\"");
        return plain;
    }

    String plainUntilQuoteOrHole() {
        StringBuilder plain = new StringBuilder();
        while (place < content.length() && content.charAt(place) != '"' && !content.startsWith("${", place)) {
            if (takeDirectly("$${")) {
                plain.append("${");
            } else if (takeDirectly("\\")) {
                plain.append(escaped(content.charAt(place++)));
            } else if (content.charAt(place) == '\n') {
                throw wrong("text without its closing quote");
            } else {
                plain.append(content.charAt(place++));
            }
        }
        return plain.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> c;
        };
    }

    IllegalArgumentException wrong(String what) {
        int end = content.indexOf('\n', place);
        return new IllegalArgumentException(file + ":" + line() + ": " + what + " at: "
                + content.substring(place, end < 0 ? content.length() : end));
    }
}
