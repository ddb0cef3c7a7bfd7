package io.stockmate.producers;

import io.stockmate.core.message.Event;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits a file of JSON lines, each line as it is, whether it is a command or not. Blank lines are left out, and lines
 * that Kinesis would not take are skipped with a warning.
 */
public final class FileProducer implements Producer, AutoCloseable {
    /** Bytes of a line; Kinesis takes no larger record, its key included. */
    public static final int LINE_BYTES_MAX = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(FileProducer.class);

    private final InputStream input;
    private final CommandBudget budget;
    private long lines;
    private long skipped;
    private boolean finished;

    /**
     * @param input closed with this
     * @param rate lines per second
     */
    public FileProducer(InputStream input, int rate) {
        this.input = new BufferedInputStream(input);
        this.budget = new CommandBudget(rate);
    }

    /** A producer of the lines of {@code file}. */
    public static FileProducer open(Path file, int rate) throws IOException {
        return new FileProducer(Files.newInputStream(file), rate);
    }

    @Override
    public void observe(Event event) {}

    @Override
    public List<Submission> step(long time) {
        // What was read before a failure is handed out first; the next step meets the failure again.
        budget.advance(time);
        List<Submission> submissions = new ArrayList<>();
        while (budget.allowsOne() && !finished) {
            byte[] line;
            try {
                line = nextLine();
            } catch (UncheckedIOException failure) {
                if (submissions.isEmpty()) {
                    throw failure;
                }
                return submissions;
            }
            if (line.length > 0) {
                submissions.add(new Submission.OfBytes(PartitionKey.of(line), line));
                budget.spend(1);
            }
        }
        return submissions;
    }

    /** Whether all lines have been submitted. */
    @Override
    public boolean isFinished() {
        return finished;
    }

    /** Lines that were too long to be submitted. */
    public long skipped() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** The next line without its end; empty where it is blank or skipped, or there is none. */
    private byte[] nextLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        long length = 0;
        int read;
        try {
            for (read = input.read(); read != '\n' && read != -1; read = input.read()) {
                if (++length <= LINE_BYTES_MAX) {
                    line.write(read);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("line " + (lines + 1) + " cannot be read", failure);
        }
        finished = read == -1;
        lines++;
        if (length > LINE_BYTES_MAX) {
            skipped++;
            LOG.warn("skipped line {}: its {} bytes are more than {}", lines, length, LINE_BYTES_MAX);
            return new byte[0];
        }
        return withoutEnd(line.toByteArray());
    }

    private static byte[] withoutEnd(byte[] line) {
        boolean blank = true;
        for (byte character : line) {
            blank &= character == ' ' || character == '\t' || character == '\r';
        }
        if (blank) {
            return new byte[0];
        }
        int last = line.length - 1;
        return line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }
}
