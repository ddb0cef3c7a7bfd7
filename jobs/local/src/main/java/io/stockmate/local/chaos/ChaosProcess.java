package io.stockmate.local.chaos;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.exactness.PlatformJvm;
import io.stockmate.local.platform.DataDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A {@link ChaosPlatform} in a process of its own. Closing kills it where it still runs. */
final class ChaosProcess implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(120);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(15);
    private static final long LOOK_AGAIN_MS = 100;
    private static final String HEAP = "1500m";

    private final PlatformJvm jvm;
    private final BlockingQueue<String> said;
    private final AtomicLong faults;

    private ChaosProcess(PlatformJvm jvm, BlockingQueue<String> said, AtomicLong faults) {
        this.jvm = jvm;
        this.said = said;
        this.faults = faults;
    }

    /** @param arguments of {@link ChaosPlatform} behind the directory */
    static ChaosProcess start(DataDirectory data, List<String> arguments) throws IOException {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        AtomicLong faults = new AtomicLong();
        PlatformJvm jvm = PlatformJvm.start(
                ChaosPlatform.class, System.getProperty("java.class.path"), HEAP, data, arguments, line -> {
                    if (line.startsWith(ChaosPlatform.FAULTS)) {
                        faults.set(Long.parseLong(line.substring(ChaosPlatform.FAULTS.length())));
                    } else {
                        said.add(line);
                    }
                });
        return new ChaosProcess(jvm, said, faults);
    }

    /** Returns when its jobs read. */
    ChaosLife awaitReady() throws IOException, InterruptedException {
        String[] times = await(ChaosPlatform.READY)
                .substring(ChaosPlatform.READY.length())
                .split(" ", -1);
        return ChaosLife.begun(Long.parseLong(times[0]), Long.parseLong(times[1]));
    }

    /** Returns when the fault is over. */
    void make(ChaosFault fault, long lastsMs) throws IOException, InterruptedException {
        jvm.tell(fault.title() + " " + lastsMs);
        await(ChaosPlatform.DONE);
    }

    private String await(String beginning) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            String answer = said.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            if (answer == null) {
                jvm.requireAlive();
            } else if (answer.startsWith(beginning)) {
                return answer;
            }
        }
        throw new CommandFailed(
                "the platform did not say '" + beginning.strip() + "' within " + ANSWERS_WITHIN.toSeconds() + " s");
    }

    /** How many requests and files failed on purpose, as far as it was told. */
    long faults() {
        return faults.get();
    }

    /** Returns when it is dead. */
    void kill() throws InterruptedException {
        jvm.kill();
    }

    /** Lets it work off what there is, and end in order. */
    void end() throws IOException, InterruptedException {
        jvm.end(ENDS_WITHIN);
    }

    /** @throws CommandFailed where it has ended by itself */
    void requireAlive() throws IOException {
        jvm.requireAlive();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
