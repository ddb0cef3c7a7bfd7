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

    /** @throws CommandFailed where the directory holds a market, or the clone of another one, or of a clone */
    public void claim() throws IOException {
        if (Files.exists(original.cloneOf())) {
            throw new CommandFailed(original.root() + " is itself a clone: mirror the market that it mirrors, "
                    + Files.readString(original.cloneOf()).strip());
        }
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

    /** @throws CommandFailed where the directory does not hold a clone of this market */
    public void require() throws IOException {
        if (!Files.exists(data.cloneOf())
                || !Files.readString(data.cloneOf())
                        .strip()
                        .equals(original.root().toString())) {
            throw new CommandFailed(data.root() + " holds no clone of " + original.root()
                    + ": name its directory with --to, or the market's with --data-dir");
        }
    }

    /** The share that was last asked for, in hundredths of a percent. */
    public int hundredths() throws IOException {
        return Files.exists(share())
                ? Integer.parseInt(Files.readString(share()).strip())
                : 0;
    }

    /** Has later starts mirror this share. */
    public void remember(int hundredths) throws IOException {
        Files.writeString(share(), hundredths + "\n");
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

    private Path share() {
        return data.root().resolve("clone-share");
    }

    private Path file() {
        return data.root().resolve("clone-symbols");
    }
}
