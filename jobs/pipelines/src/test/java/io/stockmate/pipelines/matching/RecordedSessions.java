package io.stockmate.pipelines.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sessions that all test classes share: each is recorded once, and nobody changes its lake. */
public final class RecordedSessions implements ParameterResolver {
    private Recordings recordings;

    /** As {@link RecordedSession#run(long, Path)}. */
    public RecordedSession of(long seed) throws Exception {
        return of(seed, RecordedSession.PACE_MS);
    }

    /** As {@link RecordedSession#run(long, long, Path)}. */
    public RecordedSession of(long seed, long paceMs) throws Exception {
        return recordings.of(seed, paceMs);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RecordedSessions.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        recordings = context.getRoot()
                .getStore(Namespace.create(RecordedSessions.class))
                .getOrComputeIfAbsent(Recordings.class);
        return this;
    }

    /** Gone with the last test. */
    static final class Recordings implements CloseableResource {
        private final Path directory = Files.createTempDirectory("sessions");
        private final Map<String, RecordedSession> sessions = new HashMap<>();

        Recordings() throws IOException {}

        RecordedSession of(long seed, long paceMs) throws Exception {
            String name = seed + "-" + paceMs;
            RecordedSession session = sessions.get(name);
            if (session == null) {
                session = RecordedSession.run(seed, paceMs, directory.resolve(name));
                sessions.put(name, session);
            }
            return session;
        }

        @Override
        public void close() throws IOException {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }
}
