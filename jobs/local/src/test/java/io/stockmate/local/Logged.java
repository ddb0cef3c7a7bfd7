package io.stockmate.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/**
 * All that this process logs while it is open, at the level of a platform that runs; stack traces with their causes and
 * what they suppressed.
 */
final class Logged extends AbstractAppender implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Level before;

    private Logged(Level before) {
        super("logged", null, null, false, Property.EMPTY_ARRAY);
        this.before = before;
    }

    static Logged open() {
        LoggerContext context = LoggerContext.getContext(false);
        Logged logged = new Logged(context.getRootLogger().getLevel());
        logged.start();
        context.getRootLogger().addAppender(logged);
        context.getRootLogger().setLevel(Level.INFO);
        return logged;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            StringWriter trace = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(trace));
            lines.add(trace.toString());
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        LoggerContext context = LoggerContext.getContext(false);
        context.getRootLogger().removeAppender(this);
        context.getRootLogger().setLevel(before);
        stop();
    }
}
