package io.stockmate.local.exactness;

import io.stockmate.local.platform.DataDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A {@link LoggedPlatform} in a process of its own. Closing kills it where it still runs. */
final class PlatformProcess implements AutoCloseable {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(90);
    private static final String HEAP = "1g";

    private final PlatformJvm jvm;

    private PlatformProcess(PlatformJvm jvm) {
        this.jvm = jvm;
    }

    /** @param recordsPerRequest which each shard gives at a time: slows the source down */
    static PlatformProcess start(
            Program program,
            DataDirectory data,
            Variant variant,
            long recordsPerRequest,
            FaultShare faults,
            Progress progress)
            throws IOException {
        return new PlatformProcess(PlatformJvm.start(
                LoggedPlatform.class,
                program.classPath(),
                HEAP,
                data,
                List.of(
                        Integer.toString(variant.parallelism()),
                        variant.state().name(),
                        Long.toString(recordsPerRequest),
                        Double.toString(faults.share()),
                        Long.toString(faults.seed()),
                        Boolean.toString(program.books())),
                line -> note(line, progress)));
    }

    private static void note(String line, Progress progress) {
        int space = line.indexOf(' ');
        long number = Long.parseLong(line.substring(space + 1));
        if (line.startsWith(LoggedPlatform.FAULTS)) {
            progress.failed(number);
        } else {
            progress.answered(line.substring(0, space), number);
        }
    }

    /** Returns when it is dead. */
    void kill() throws InterruptedException {
        jvm.kill();
    }

    /** Lets it end in order. */
    void end() throws IOException, InterruptedException {
        jvm.end(ENDS_WITHIN);
    }

    /** @throws io.stockmate.local.CommandFailed where it has ended by itself */
    void requireAlive() throws IOException {
        jvm.requireAlive();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
