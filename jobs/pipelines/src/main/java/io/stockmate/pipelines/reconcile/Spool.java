package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.projection.ViewReader;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;

/**
 * Sorts evidence by symbol on disk: into {@value #PARTS} files, each of which is then read alone. So memory holds one
 * part at a time, and at least one whole symbol.
 */
final class Spool implements AutoCloseable {
    private static final int PARTS = 64;
    private static final int END = -1;

    private enum Kind {
        RECORD,
        MISPLACED_RECORD,
        PUBLISHED,
        ROW,
        LOG,
        LETTER,
        TRANSFER,
        USAGE,
        POSTED,
        VIEWED
    }

    private final LakeRowSerializer serializer = LakeRowSerializer.create();
    private final Path directory;
    private final List<DataOutputViewStreamWrapper> parts = new ArrayList<>();

    private Spool(Path directory) {
        this.directory = directory;
    }

    /** In an empty directory of its own, which {@link #close} removes. */
    static Spool open(Path directory) throws IOException {
        Spool spool = new Spool(Files.createDirectories(directory));
        try {
            for (int part = 0; part < PARTS; part++) {
                spool.parts.add(new DataOutputViewStreamWrapper(
                        new BufferedOutputStream(Files.newOutputStream(spool.file(part)))));
            }
        } catch (IOException failure) {
            spool.close();
            throw failure;
        }
        return spool;
    }

    private Path file(int part) {
        return directory.resolve("part-" + part);
    }

    void record(ArrivedRecord record) throws IOException {
        LogEntry entry = new LogEntry(0, record.cause(), record.partitionKey(), record.partitionKey(), record.data());
        Kind kind = record.wrongShard() ? Kind.MISPLACED_RECORD : Kind.RECORD;
        put(kind, record.partitionKey(), new LakeRow.OfCommand(entry, 0));
    }

    void published(Event event) throws IOException {
        put(Kind.PUBLISHED, event.symbol(), new LakeRow.OfEvent(event));
    }

    void row(Event event) throws IOException {
        put(Kind.ROW, event.symbol(), new LakeRow.OfEvent(event));
    }

    void log(LogEntry entry) throws IOException {
        put(Kind.LOG, entry.symbol(), new LakeRow.OfCommand(entry, 0));
    }

    void letter(DeadLetter letter) throws IOException {
        put(Kind.LETTER, letter.partitionKey(), new LakeRow.OfDeadLetter(letter));
    }

    void transfer(Transfer transfer) throws IOException {
        put(Kind.TRANSFER, transfer.symbol(), new LakeRow.OfTransfer(transfer));
    }

    void usage(UsageRecord usage) throws IOException {
        put(Kind.USAGE, usage.symbol(), new LakeRow.OfUsage(usage));
    }

    void posted(Transfer transfer) throws IOException {
        put(Kind.POSTED, transfer.symbol(), new LakeRow.OfTransfer(transfer));
    }

    void viewed(ViewReader.Row row) throws IOException {
        DataOutputViewStreamWrapper part = part(row.symbol());
        part.writeByte(Kind.VIEWED.ordinal());
        part.writeByte(row.table().ordinal());
        part.writeUTF(row.symbol());
        part.writeUTF(row.key());
        part.writeUTF(row.text());
    }

    private static ViewReader.Row viewed(DataInputViewStreamWrapper in) throws IOException {
        return new ViewReader.Row(ViewReader.Table.values()[in.readByte()], in.readUTF(), in.readUTF(), in.readUTF());
    }

    private DataOutputViewStreamWrapper part(String symbol) {
        return parts.get(Math.floorMod(symbol.hashCode(), PARTS));
    }

    private void put(Kind kind, String symbol, LakeRow row) throws IOException {
        DataOutputViewStreamWrapper part = part(symbol);
        part.writeByte(kind.ordinal());
        serializer.serialize(row, part);
    }

    /** Receives the evidence of a symbol. */
    @FunctionalInterface
    interface SymbolVisitor {
        void symbol(SymbolEvidence evidence);
    }

    /** Hands out everything, symbol by symbol; nothing is put any more. */
    void visit(SymbolVisitor visitor) throws IOException {
        closeParts();
        for (int part = 0; part < PARTS; part++) {
            for (SymbolEvidence evidence : read(file(part))) {
                visitor.symbol(evidence);
            }
            Files.delete(file(part));
        }
    }

    private Collection<SymbolEvidence> read(Path file) throws IOException {
        TreeMap<String, SymbolEvidence> symbols = new TreeMap<>();
        try (DataInputViewStreamWrapper in =
                new DataInputViewStreamWrapper(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int kind = in.read(); kind != END; kind = in.read()) {
                if (kind == Kind.VIEWED.ordinal()) {
                    ViewReader.Row row = viewed(in);
                    of(symbols, row.symbol()).viewed.add(row);
                } else {
                    add(Kind.values()[kind], serializer.deserialize(in), symbols);
                }
            }
        }
        return symbols.values();
    }

    private static void add(Kind kind, LakeRow row, TreeMap<String, SymbolEvidence> symbols) {
        if (row instanceof LakeRow.OfEvent event) {
            SymbolEvidence symbol = of(symbols, event.event().symbol());
            (kind == Kind.ROW ? symbol.rows : symbol.published).add(event.event());
        } else if (row instanceof LakeRow.OfCommand command) {
            LogEntry entry = command.entry();
            if (kind == Kind.LOG) {
                of(symbols, entry.symbol()).log.add(entry);
            } else {
                of(symbols, entry.symbol())
                        .records
                        .add(new ArrivedRecord(
                                entry.cause(), entry.partitionKey(), entry.data(), kind == Kind.MISPLACED_RECORD));
            }
        } else if (row instanceof LakeRow.OfDeadLetter letter) {
            of(symbols, letter.letter().partitionKey()).letters.add(letter.letter());
        } else if (row instanceof LakeRow.OfTransfer ofTransfer) {
            SymbolEvidence symbol = of(symbols, ofTransfer.transfer().symbol());
            (kind == Kind.TRANSFER ? symbol.transfers : symbol.posted).add(ofTransfer.transfer());
        } else if (row instanceof LakeRow.OfUsage ofUsage) {
            of(symbols, ofUsage.usage().symbol()).usage.add(ofUsage.usage());
        }
    }

    private static SymbolEvidence of(TreeMap<String, SymbolEvidence> symbols, String symbol) {
        return symbols.computeIfAbsent(symbol, SymbolEvidence::new);
    }

    private void closeParts() throws IOException {
        for (DataOutputViewStreamWrapper part : parts) {
            part.close();
        }
        parts.clear();
    }

    @Override
    public void close() throws IOException {
        closeParts();
        for (int part = 0; part < PARTS; part++) {
            Files.deleteIfExists(file(part));
        }
        Files.deleteIfExists(directory);
    }
}
