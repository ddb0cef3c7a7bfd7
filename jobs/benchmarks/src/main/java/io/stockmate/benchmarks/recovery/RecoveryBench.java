package io.stockmate.benchmarks.recovery;

import io.stockmate.core.market.Market;
import io.stockmate.pipelines.matching.Inbound;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills books in a process of its own, takes checkpoints while few of them change, kills the process in the middle of
 * commands, goes on here from its last checkpoint, and then from one savepoint at other parallelisms.
 */
public final class RecoveryBench {
    private static final long NS_PER_MS = 1_000_000;
    private static final int[] PARALLELISMS = {1, 2, 4};

    private final RecoverySizes sizes;
    private final long seed;
    private final BusyBooks books;
    private final Path directory;

    /** @param directory an empty one */
    public RecoveryBench(RecoverySizes sizes, long seed, Path directory) {
        this.sizes = sizes;
        this.seed = seed;
        this.books = new BusyBooks(sizes, seed);
        this.directory = directory;
    }

    /** Runs all of it; one at a time in a process. */
    public RecoveryFigures run() throws Exception {
        KilledWorker killed = KilledWorker.run(sizes, seed, directory);
        RecoveryRun.begin();
        long sent = sizes.filled() + sizes.checkpoints() * sizes.perCheckpoint() + sizes.toAll();
        RecoveryRun.LIMIT.set(sent);
        long firstEventMs;
        long allBooksMs;
        String savepoint;
        try (RecoveryCluster cluster =
                RecoveryCluster.start(books, 1, directory, KilledWorker.lastCheckpoint(directory))) {
            cluster.await(sizes.toAll());
            allBooksMs = (System.nanoTime() - killed.atNs()) / NS_PER_MS;
            firstEventMs = (RecoveryRun.FIRST_EVENT_NS.get() - killed.atNs()) / NS_PER_MS;
            savepoint = cluster.savepoint(directory.resolve("savepoints"));
        }
        List<Long> newBytes = killed.bytes().subList(1, killed.bytes().size());
        return new RecoveryFigures(
                killed.bytes().get(0), newBytes, firstEventMs, allBooksMs, sameChains(sent, savepoint));
    }

    private boolean sameChains(long sent, String savepoint) throws Exception {
        long all = sent + sizes.toAll();
        Map<String, Long> expected = withoutFlink(all);
        boolean same = true;
        for (int parallelism : PARALLELISMS) {
            RecoveryRun.begin();
            RecoveryRun.LIMIT.set(all);
            try (RecoveryCluster cluster = RecoveryCluster.start(books, parallelism, directory, savepoint)) {
                cluster.await(sizes.toAll());
                // Behind its barrier come no more events.
                cluster.checkpoint();
                same &= RecoveryRun.chains().equals(expected);
            }
        }
        return same;
    }

    private Map<String, Long> withoutFlink(long commands) {
        Map<String, Market> markets = new HashMap<>();
        for (long n = 0; n < commands; n++) {
            Inbound inbound = books.command(n);
            markets.computeIfAbsent(inbound.symbol(), symbol -> Market.open(BusyBooks.RULES, symbol))
                    .apply(inbound.command(), inbound.record().cause(), event -> {});
        }
        Map<String, Long> chains = new TreeMap<>();
        markets.forEach((symbol, market) -> chains.put(symbol, market.chain()));
        return chains;
    }
}
