package io.stockmate.local.chaos;

import java.net.URI;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;

/** By which Flink finds {@link FaultyFileSystem}. */
public final class FaultyFileSystemFactory implements FileSystemFactory {
    private final FileSystem files = new FaultyFileSystem();

    @Override
    public String getScheme() {
        return FaultyFileSystem.SCHEME;
    }

    @Override
    public FileSystem create(URI address) {
        return files;
    }
}
