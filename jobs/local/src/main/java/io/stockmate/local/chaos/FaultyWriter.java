package io.stockmate.local.chaos;

import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Writes files that come to light when they are committed, and fails or waits at times. */
record FaultyWriter(RecoverableWriter files) implements RecoverableWriter {
    @Override
    public RecoverableFsDataOutputStream open(Path file) throws IOException {
        FaultyStorage.strike("opening " + file.getName());
        return new Stream(files.open(file));
    }

    @Override
    public RecoverableFsDataOutputStream recover(ResumeRecoverable recoverable) throws IOException {
        FaultyStorage.strike("opening again " + recoverable);
        return new Stream(files.recover(recoverable));
    }

    @Override
    public boolean requiresCleanupOfRecoverableState() {
        return files.requiresCleanupOfRecoverableState();
    }

    @Override
    public boolean cleanupRecoverableState(ResumeRecoverable recoverable) throws IOException {
        return files.cleanupRecoverableState(recoverable);
    }

    @Override
    public RecoverableFsDataOutputStream.Committer recoverForCommit(CommitRecoverable recoverable) throws IOException {
        return new Commit(files.recoverForCommit(recoverable));
    }

    @Override
    public SimpleVersionedSerializer<CommitRecoverable> getCommitRecoverableSerializer() {
        return files.getCommitRecoverableSerializer();
    }

    @Override
    public SimpleVersionedSerializer<ResumeRecoverable> getResumeRecoverableSerializer() {
        return files.getResumeRecoverableSerializer();
    }

    @Override
    public boolean supportsResume() {
        return files.supportsResume();
    }

    private static final class Stream extends RecoverableFsDataOutputStream {
        private final RecoverableFsDataOutputStream file;

        Stream(RecoverableFsDataOutputStream file) {
            this.file = file;
        }

        @Override
        public ResumeRecoverable persist() throws IOException {
            FaultyStorage.strike("keeping a file");
            return file.persist();
        }

        @Override
        public Committer closeForCommit() throws IOException {
            FaultyStorage.strike("completing a file");
            return new Commit(file.closeForCommit());
        }

        @Override
        public void write(int value) throws IOException {
            file.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            FaultyStorage.strike("writing");
            file.write(bytes, offset, length);
        }

        @Override
        public long getPos() throws IOException {
            return file.getPos();
        }

        @Override
        public void flush() throws IOException {
            file.flush();
        }

        @Override
        public void sync() throws IOException {
            file.sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private record Commit(RecoverableFsDataOutputStream.Committer file)
            implements RecoverableFsDataOutputStream.Committer {
        @Override
        public void commit() throws IOException {
            FaultyStorage.strike("bringing a file to light");
            file.commit();
        }

        @Override
        public void commitAfterRecovery() throws IOException {
            FaultyStorage.strike("bringing a file to light again");
            file.commitAfterRecovery();
        }

        @Override
        public CommitRecoverable getRecoverable() {
            return file.getRecoverable();
        }
    }
}
