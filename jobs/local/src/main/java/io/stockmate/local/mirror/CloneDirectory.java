package io.stockmate.local.mirror;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a clone lives, which market it mirrors, and which symbols were asked for by name. */
public record CloneDirectory(DataDirectory data, DataDirectory original) {
    private static final String SYMBOL = "[A-Z0-9._-]{1,32}";

    /** @param directory null for {@code clone} in the original's own */
    public static CloneDirectory of(DataDirectory original, @Nullable Path directory) {
        Path root = directory == null ? original.root().resolve("clone") : directory;
        return new CloneDirectory(DataDirectory.of(root), original);
    }

    /** @throws CommandFailed where the directory holds a market, or the clone of another one */
    public void claim() throws IOException {
        Path mark = data.cloneOf();
        String mine = original.root().toString();
        if (Files.exists(mark)) {
            String of = Files.readString(mark).strip();
            if (!of.equals(mine)) {
                throw new CommandFailed(data.root() + " holds a clone of " + of + ", not of " + mine
                        + ": name another directory with --to");
            }
        } else if (Files.exists(data.streams())) {
            throw new CommandFailed(data.root() + " holds a market of its own: name another directory with --to");
        } else {
            Files.createDirectories(data.root());
            Files.writeString(mark, mine + "\n");
        }
    }

    /** The symbols that are mirrored by name. */
    public Set<String> symbols() throws IOException {
        return Files.exists(file()) ? new TreeSet<>(Files.readAllLines(file())) : Set.of();
    }

    /**
     * Mirrors a symbol from now on, also in later runs; a running clone takes it up by itself.
     *
     * @throws CommandFailed for what is no symbol
     */
    public void add(String symbol) throws IOException {
        if (!symbol.matches(SYMBOL)) {
            throw new CommandFailed("--symbol " + symbol + " is no symbol: those have at most 32 of A-Z 0-9 . _ -");
        }
        if (!symbols().contains(symbol)) {
            Files.writeString(file(), symbol + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private Path file() {
        return data.root().resolve("clone-symbols");
    }
}
