package io.stockmate.lake;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Lets Parquet write to a stream of Flink's, which stays open: it is Flink's to close and to commit. Holds back up to 64
 * KiB, as Parquet writes its headers byte by byte, each of which would be a call of the operating system.
 */
final class TableFile implements OutputFile {
    private final FSDataOutputStream stream;

    TableFile(FSDataOutputStream stream) {
        this.stream = stream;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new KeptOpen(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class KeptOpen extends PositionOutputStream {
        private static final int BUFFER_BYTES = 64 * 1024;

        private final FSDataOutputStream stream;
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private int used;

        KeptOpen(FSDataOutputStream stream) {
            this.stream = stream;
        }

        @Override
        public long getPos() throws IOException {
            return stream.getPos() + used;
        }

        @Override
        public void write(int value) throws IOException {
            if (used == buffer.length) {
                writeBuffer();
            }
            buffer[used++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > buffer.length - used) {
                writeBuffer();
            }
            if (length > buffer.length) {
                stream.write(bytes, offset, length);
                return;
            }
            System.arraycopy(bytes, offset, buffer, used, length);
            used += length;
        }

        private void writeBuffer() throws IOException {
            stream.write(buffer, 0, used);
            used = 0;
        }

        @Override
        public void flush() throws IOException {
            writeBuffer();
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
