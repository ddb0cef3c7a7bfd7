package io.stockmate.local.chaos;

import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.BlockLocation;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemKind;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** The local files by other addresses, {@code faulty:///…}: what is written there fails or waits at times. */
final class FaultyFileSystem extends FileSystem {
    static final String SCHEME = "faulty";

    private static final URI ROOT = URI.create(SCHEME + ":///");

    private final FileSystem files = LocalFileSystem.getSharedInstance();

    /** The address of a local file here. */
    static URI address(URI file) {
        return URI.create(SCHEME + "://" + file.getRawPath());
    }

    @Override
    public URI getUri() {
        return ROOT;
    }

    @Override
    public FSDataOutputStream create(Path file, WriteMode overwrite) throws IOException {
        FaultyStorage.strike("creating " + file.getName());
        return files.create(file, overwrite);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        FaultyStorage.strike("renaming " + from.getName());
        return files.rename(from, to);
    }

    @Override
    public boolean mkdirs(Path directory) throws IOException {
        FaultyStorage.strike("making " + directory.getName());
        return files.mkdirs(directory);
    }

    @Override
    public RecoverableWriter createRecoverableWriter() throws IOException {
        return new FaultyWriter(files.createRecoverableWriter());
    }

    @Override
    public Path getWorkingDirectory() {
        return files.getWorkingDirectory();
    }

    @Override
    public Path getHomeDirectory() {
        return files.getHomeDirectory();
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return files.getFileStatus(path);
    }

    @Override
    public BlockLocation[] getFileBlockLocations(FileStatus file, long start, long length) throws IOException {
        return files.getFileBlockLocations(file, start, length);
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        FaultyStorage.strike("opening " + file.getName());
        return files.open(file, bufferSize);
    }

    @Override
    public FSDataInputStream open(Path file) throws IOException {
        FaultyStorage.strike("opening " + file.getName());
        return files.open(file);
    }

    @Override
    public FileStatus[] listStatus(Path directory) throws IOException {
        return files.listStatus(directory);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return files.delete(path, recursive);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in its parent
    public FileSystemKind getKind() {
        return files.getKind();
    }

    @Override
    public boolean isDistributedFS() {
        return files.isDistributedFS();
    }
}
