package io.stockmate.local.platform;

import io.stockmate.local.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory for the time of a command: it is gone afterwards, and what runs in it has ended, also where the command
 * is interrupted (Ctrl-C).
 */
public final class TemporaryDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryDirectory.class);

    /** In which a thread that still writes into the directory may make its removal fail. */
    private static final int ATTEMPTS = 20;

    private static final long PAUSE_MS = 100;
    private static final String SERVER_IS_HERE = "postmaster.pid";

    private final Path path;
    private final Thread onInterrupt;

    private TemporaryDirectory(Path path) {
        this.path = path;
        this.onInterrupt = new Thread(this::abandon, "remove " + path);
    }

    /** @param prefix of its name */
    public static TemporaryDirectory create(String prefix) throws IOException {
        TemporaryDirectory created = new TemporaryDirectory(Files.createTempDirectory(prefix));
        Runtime.getRuntime().addShutdownHook(created.onInterrupt);
        return created;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException interrupted) {
            return; // The hook removes it.
        }
        Directories.remove(path);
    }

    /** Nobody else ends now what this process has started. */
    private void abandon() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        for (int attempt = 1; ; attempt++) {
            try {
                endServers();
                Directories.remove(path);
                return;
            } catch (IOException | RuntimeException failure) {
                if (attempt == ATTEMPTS || !paused()) {
                    LOG.warn("{} is left behind", path, failure);
                    return;
                }
            }
        }
    }

    private void endServers() throws IOException {
        List<Path> servers;
        try (Stream<Path> tree = Files.walk(path)) {
            servers = tree.filter(file -> file.endsWith(SERVER_IS_HERE)).toList();
        }
        for (Path server : servers) {
            LocalPostgres.endOrphan(parent(parent(server)));
        }
    }

    private static Path parent(Path file) throws FileSystemException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new FileSystemException(file + " is in no directory");
        }
        return parent;
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
