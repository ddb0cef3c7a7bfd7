package io.stockmate.benchmarks.recovery;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process that is killed: fills the books, takes the checkpoints, and then goes on with commands to all books. Tells
 * how many bytes each checkpoint wrote, the first of all books; and {@link #MIDDLE} when it is in the middle of the last
 * commands.
 */
final class BusyWorker {
    /** Begin the lines that mean something; Flink may write others. */
    static final String BYTES = "bytes ";

    static final String MIDDLE = "middle";

    /** One in so many commands to all books is answered before the kill, and no more than half of them. */
    private static final int ANSWERED_PART = 10;

    private BusyWorker() {}

    /** @param arguments symbols, orders per book, changed books, checkpoints, seed, directory */
    public static void main(String[] arguments) throws Exception {
        RecoverySizes sizes = RecoverySizes.of(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        BusyBooks books = new BusyBooks(sizes, Long.parseLong(arguments[4]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RecoveryRun.begin();
        try (RecoveryCluster cluster = RecoveryCluster.start(books, 1, Path.of(arguments[5]), null)) {
            long sent = 0;
            for (int checkpoint = 0; checkpoint <= sizes.checkpoints(); checkpoint++) {
                sent += checkpoint == 0 ? sizes.filled() : sizes.perCheckpoint();
                RecoveryRun.LIMIT.set(sent);
                cluster.await(sent);
                out.println(BYTES + cluster.checkpoint());
            }
            RecoveryRun.LIMIT.set(sent + sizes.toAll() / 2);
            cluster.await(sent + Math.max(1, sizes.toAll() / ANSWERED_PART));
            out.println(MIDDLE);
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
