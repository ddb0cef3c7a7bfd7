package io.stockmate.local.platform;

import io.stockmate.local.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for the time of a command: it is gone afterwards, also where the command is interrupted (Ctrl-C). Makes no
 * logger: commands say where the log is when they know the directory.
 */
public final class TemporaryDirectory implements AutoCloseable {
    /** While the command's threads still write into it, or start processes, it comes again. */
    private static final int ATTEMPTS_MAX = 50;

    private static final int QUIET_ATTEMPTS = 3;
    private static final long PAUSE_MS = 100;
    private static final String SERVER_IS_HERE = "postmaster.pid";

    private final Path path;
    private final boolean hasProcesses;
    private final Thread onInterrupt;

    private TemporaryDirectory(Path path, boolean hasProcesses) {
        this.path = path;
        this.hasProcesses = hasProcesses;
        this.onInterrupt = new Thread(this::abandon, "remove " + path);
    }

    /** @param prefix of its name */
    public static TemporaryDirectory ofFiles(String prefix) throws IOException {
        return create(prefix, false);
    }

    /** For a command all of whose processes work in the directory: an interrupt ends them, too. */
    public static TemporaryDirectory ofProcesses(String prefix) throws IOException {
        return create(prefix, true);
    }

    private static TemporaryDirectory create(String prefix, boolean hasProcesses) throws IOException {
        TemporaryDirectory created = new TemporaryDirectory(Files.createTempDirectory(prefix), hasProcesses);
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

    private void abandon() {
        int quiet = 0;
        for (int attempt = 0; attempt < ATTEMPTS_MAX && quiet < QUIET_ATTEMPTS; attempt++) {
            quiet = isRemoved() ? quiet + 1 : 0;
            if (!paused()) {
                break;
            }
        }
        if (quiet < QUIET_ATTEMPTS) {
            System.err.println("stockmate: " + path + " is left behind");
        }
    }

    /** Removes what there is, and tells whether there was nothing. */
    private boolean isRemoved() {
        boolean nothing = Files.notExists(path);
        if (hasProcesses) {
            List<ProcessHandle> processes =
                    ProcessHandle.current().descendants().toList();
            processes.forEach(ProcessHandle::destroyForcibly);
            nothing &= processes.isEmpty();
        }
        try {
            if (hasProcesses && Files.exists(path)) {
                endServers();
            }
            Directories.remove(path);
        } catch (IOException | RuntimeException stillInUse) {
            return false;
        }
        return nothing;
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
