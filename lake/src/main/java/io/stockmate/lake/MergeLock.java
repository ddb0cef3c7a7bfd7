package io.stockmate.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held while a lake is merged. It ends with the process; elsewhere than on this machine it holds nothing back. */
final class MergeLock implements AutoCloseable {
    private static final String NAME = ".merging";

    private final @Nullable FileChannel file;

    private MergeLock(@Nullable FileChannel file) {
        this.file = file;
    }

    /** @throws QueryRefused if somebody else holds it */
    static MergeLock take(org.apache.flink.core.fs.Path root) throws IOException {
        if (root.getFileSystem().isDistributedFS()) {
            return new MergeLock(null);
        }
        Path place = Path.of(root.toUri().getPath()).resolve(NAME);
        FileChannel file = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(file)) {
            file.close();
            throw new QueryRefused(
                    "the lake " + root.toUri().getPath() + " is being merged by another process: wait for it");
        }
        return new MergeLock(file);
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
