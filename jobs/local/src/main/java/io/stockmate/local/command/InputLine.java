package io.stockmate.local.command;

import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.core.message.Cause;
import io.stockmate.local.CommandFailed;
import io.stockmate.producers.FileProducer;
import io.stockmate.producers.PartitionKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line to be put.
 *
 * @param number from 1
 * @param deadLetter why matching cannot understand it; null where it can
 */
record InputLine(int number, OutgoingRecord record, @Nullable String deadLetter) {
    private static final Cause NOWHERE = new Cause("shardId-000000000000", "0", 0, 0);

    /** All lines but blank ones. */
    static List<InputLine> all(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        List<InputLine> lines = new ArrayList<>();
        int number = 1;
        int start = 0;
        for (int end = 0; end <= bytes.length; end++) {
            if (end == bytes.length || bytes[end] == '\n') {
                byte[] line = stripped(bytes, start, end);
                if (line.length > 0) {
                    lines.add(of(number, line));
                }
                start = end + 1;
                number++;
            }
        }
        return lines;
    }

    private static byte[] stripped(byte[] bytes, int start, int end) {
        int last = end;
        while (last > start && (bytes[last - 1] == '\r' || bytes[last - 1] == ' ' || bytes[last - 1] == '\t')) {
            last--;
        }
        return Arrays.copyOfRange(bytes, start, last);
    }

    private static InputLine of(int number, byte[] line) {
        if (line.length > FileProducer.LINE_BYTES_MAX) {
            throw new CommandFailed("line " + number + " has " + line.length + " bytes; Kinesis takes at most "
                    + FileProducer.LINE_BYTES_MAX + " of them, and matching " + CommandCodec.LENGTH_MAX);
        }
        String key = PartitionKey.of(line);
        Decoded decoded = new CommandCodec().decode(new ArrivedRecord(NOWHERE, key, line));
        String problem = decoded instanceof Decoded.Dead dead
                ? dead.letter().reason() + ": " + dead.letter().detail()
                : null;
        return new InputLine(number, new OutgoingRecord(key, line), problem);
    }
}
