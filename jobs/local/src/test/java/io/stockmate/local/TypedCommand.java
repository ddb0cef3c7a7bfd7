package io.stockmate.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.LoggerFactory;

/**
 * A command that ran in this process, as what is not to be killed needs none of its own.
 *
 * @param output all that it said
 */
public record TypedCommand(int status, String output) {
    private static final String LOG_CONFIGURATION = "log4j2.configurationFile";

    /** Returns when it has ended. Where a platform's log goes is not changed by it: that is this process's. */
    public static TypedCommand run(String... arguments) {
        LoggerFactory.getLogger(TypedCommand.class);
        String before = System.getProperty(LOG_CONFIGURATION);
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written, true);
        try {
            int status = Stockmate.execute(out, out, arguments);
            return new TypedCommand(status, written.toString());
        } finally {
            if (before == null) {
                System.clearProperty(LOG_CONFIGURATION);
            } else {
                System.setProperty(LOG_CONFIGURATION, before);
            }
        }
    }
}
