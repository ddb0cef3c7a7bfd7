package io.stockmate.local;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What came of a line as it is typed, by stream. */
record Outcome(int status, String out, String err) {
    static Outcome of(String... line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Stockmate.execute(new PrintWriter(out, true), new PrintWriter(err, true), line);
        return new Outcome(status, out.toString(), err.toString());
    }
}
