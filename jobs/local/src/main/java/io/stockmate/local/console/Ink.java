package io.stockmate.local.console;

/**
 * What may be done to text.
 *
 * @param redraws whether the cursor may be moved
 * @param colours whether text may be coloured
 */
public record Ink(boolean redraws, boolean colours) {
    private static final String ESCAPE = "\u001b[";

    public String strong(String text) {
        return paint("1", text);
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String bad(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }

    /** What moves the cursor to the beginning of the line that is {@code lines} above, and clears from there on. */
    public String back(int lines) {
        return redraws && lines > 0 ? ESCAPE + lines + "F" + ESCAPE + "J" : "";
    }
}
