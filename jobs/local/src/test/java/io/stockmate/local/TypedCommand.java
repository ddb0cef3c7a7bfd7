package io.stockmate.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A command that ran in this process, as what is not to be killed needs none of its own.
 *
 * @param output all that it said
 */
public record TypedCommand(int status, String output) {
    private static final List<String> LOG_PROPERTIES = List.of("stockmate.log", "log4j2.configurationFile");

    /** Returns when it has ended. Where a platform's log goes is not changed by it: that is this process's. */
    public static TypedCommand run(String... arguments) {
        LoggerFactory.getLogger(TypedCommand.class);
        Map<String, String> before = new HashMap<>();
        LOG_PROPERTIES.forEach(name -> before.put(name, System.getProperty(name)));
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written, true);
        try {
            int status = Stockmate.execute(out, out, arguments);
            return new TypedCommand(status, written.toString());
        } finally {
            before.forEach(TypedCommand::restore);
        }
    }

    private static void restore(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
