package io.stockmate.pipelines.replay;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LogSelection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through the log of a lake one symbol after another, so that one market at a time is held in memory. */
public final class SymbolBySymbol {
    private final List<String> problems;
    private final Function<String, Part> parts;
    private @Nullable Part part;
    private String symbol = "";

    /** What is made of the log of one symbol. */
    public interface Part {
        /** Takes the next record; gives back why it is refused, where it is. */
        Optional<String> apply(ArrivedRecord record) throws IOException;

        /** The log of the symbol is through. */
        void end();
    }

    private SymbolBySymbol(List<String> problems, Function<String, Part> parts) {
        this.problems = problems;
        this.parts = parts;
    }

    /**
     * @param lake the root of the lake that is read
     * @param problems gets a line for people for each row that is no log entry, and each entry that is refused
     * @param parts called once for each symbol that has an entry
     */
    public static void read(Path lake, LogSelection selection, List<String> problems, Function<String, Part> parts)
            throws IOException {
        new SymbolBySymbol(problems, parts).read(lake, selection);
    }

    private void read(Path lake, LogSelection selection) throws IOException {
        try (LakeReader reader = LakeReader.open(
                lake,
                row -> problems.add(row.symbol() + " commandSeq " + row.seq() + ": no log entry, " + row.problem()))) {
            reader.log(selection, this::apply);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        if (part != null) {
            part.end();
        }
    }

    private void apply(LogEntry entry) {
        if (part == null || !entry.symbol().equals(symbol)) {
            if (part != null) {
                part.end();
            }
            symbol = entry.symbol();
            part = parts.apply(symbol);
        }
        try {
            part.apply(new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data()))
                    .ifPresent(refusal -> problems.add(symbol + " commandSeq " + entry.commandSeq() + ": " + refusal));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
