package io.stockmate.benchmarks.recovery;

import io.stockmate.core.market.Market;
import io.stockmate.pipelines.matching.Inbound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills books, takes checkpoints while few of them change, ends the worker in the middle of commands, and goes on from
 * one savepoint at other parallelisms.
 */
public final class RecoveryBench {
    /** One in so many commands to all books is answered before the worker ends, and no more than half of them. */
    private static final int MIDDLE = 10;

    private static final long NS_PER_MS = 1_000_000;
    private static final int[] PARALLELISMS = {1, 2, 4};

    private final RecoverySizes sizes;
    private final BusyBooks books;
    private final Path directory;

    /** @param directory an empty one */
    public RecoveryBench(RecoverySizes sizes, long seed, Path directory) {
        this.sizes = sizes;
        this.books = new BusyBooks(sizes, seed);
        this.directory = directory;
    }

    /** Runs all of it; one at a time in a process. */
    public RecoveryFigures run() throws Exception {
        RecoveryRun.begin();
        RecoveryRun.LIMIT.set(sizes.filled());
        List<Long> newBytes = new ArrayList<>();
        long fullBytes;
        long sent = sizes.filled();
        long firstEventMs;
        long allBooksMs;
        String savepoint;
        try (RecoveryCluster cluster = RecoveryCluster.start(books, 1, directory, null)) {
            cluster.await(sent);
            fullBytes = cluster.checkpoint();
            for (int checkpoint = 0; checkpoint < sizes.checkpoints(); checkpoint++) {
                sent += sizes.perCheckpoint();
                RecoveryRun.LIMIT.set(sent);
                cluster.await(sent);
                newBytes.add(cluster.checkpoint());
            }
            RecoveryRun.begin();
            RecoveryRun.LIMIT.set(sent + sizes.toAll() / 2);
            cluster.await(Math.max(1, sizes.toAll() / MIDDLE));
            long ended = System.nanoTime();
            cluster.endWorker();
            RecoveryRun.LIMIT.set(sent + sizes.toAll());
            cluster.await(sizes.toAll());
            allBooksMs = (System.nanoTime() - ended) / NS_PER_MS;
            firstEventMs = (RecoveryRun.FIRST_EVENT_NS.get() - ended) / NS_PER_MS;
            sent += sizes.toAll();
            savepoint = cluster.savepoint(directory.resolve("savepoints"));
        }
        return new RecoveryFigures(fullBytes, newBytes, firstEventMs, allBooksMs, sameChains(sent, savepoint));
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
