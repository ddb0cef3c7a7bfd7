package io.stockmate.pipelines.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Sessions that all test classes of a process share: each is recorded once, and nobody changes its lake. They are gone
 * with the process: what JUnit keeps is gone with each class, as Surefire hands a process one after another.
 */
public final class RecordedSessions implements ParameterResolver {
    private static final Map<String, RecordedSession> SESSIONS = new HashMap<>();

    /** As {@link RecordedSession#run(long, Path)}. */
    public RecordedSession of(long seed) throws Exception {
        return of(seed, RecordedSession.PACE_MS);
    }

    /** As {@link RecordedSession#run(long, long, Path)}. */
    public RecordedSession of(long seed, long paceMs) throws Exception {
        synchronized (SESSIONS) {
            String name = seed + "-" + paceMs;
            RecordedSession session = SESSIONS.get(name);
            if (session == null) {
                Path directory = Files.createTempDirectory("session-" + name);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
                session = RecordedSession.run(seed, paceMs, directory);
                SESSIONS.put(name, session);
            }
            return session;
        }
    }

    private static void remove(Path directory) {
        try {
            FileUtils.deleteDirectory(directory.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RecordedSessions.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }
}
