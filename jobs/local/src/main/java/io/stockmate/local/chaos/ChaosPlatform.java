package io.stockmate.local.chaos;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.EndpointFaults;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import io.stockmate.local.postgres.LocalPostgres;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.JobSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * A process that runs the platform, with books, and does to it what its input says: a fault's title and how many
 * milliseconds it lasts. When the input ends, it waits until all jobs have read what there is, and ends in order.
 */
final class ChaosPlatform {
    /** Begins what is said when the jobs read: the machine's time and the records' follow, epoch milliseconds. */
    static final String READY = "ready ";

    /** Said when what the input asked for is over. */
    static final String DONE = "done";

    /** Begins a line that says how many requests and files failed on purpose in this life. */
    static final String FAULTS = "faults ";

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);
    private static final int TIMES_MAX = 10;
    private static final Duration READ_PATIENCE = Duration.ofMinutes(10);

    private final Platform platform;
    private LocalPostgres postgres;

    private ChaosPlatform(Platform platform) {
        this.platform = platform;
        this.postgres = platform.books()
                .postgres()
                .orElseThrow(() ->
                        new CommandFailed("Postgres is " + platform.books().text()));
    }

    /** Arguments: directory, first of five ports, parallelism, state backend, speed, share and seed of the
     * endpoints' faults. */
    public static void main(String[] arguments) throws Exception {
        EndpointFaults endpoints = EndpointFaults.of(Long.parseLong(arguments[6]), Double.parseDouble(arguments[5]));
        PlatformSettings settings = PlatformSettings.onPorts(
                        DataDirectory.of(Path.of(arguments[0])), Integer.parseInt(arguments[1]))
                .withCheckpointInterval(CHECKPOINT_INTERVAL)
                .withParallelism(Integer.parseInt(arguments[2]))
                .withProperty(MatchingProperties.FLINK, JobSettings.STATE_BACKEND, arguments[3])
                .withSpeed(Long.parseLong(arguments[4]))
                .withFaults(endpoints)
                .withFileAddress(FaultyFileSystem::address)
                .withLeadersToLose();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Platform platform = Platform.start(settings)) {
            ChaosPlatform chaos = new ChaosPlatform(platform);
            out.println(READY + System.currentTimeMillis() + " " + platform.time());
            try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    chaos.make(line);
                    out.println(FAULTS + (endpoints.made() + FaultyStorage.struck()));
                    out.println(DONE);
                }
            }
            chaos.end();
        }
    }

    private void make(String line) throws Exception {
        int space = line.indexOf(' ');
        long lastsMs = Long.parseLong(line.substring(space + 1));
        switch (ChaosFault.of(line.substring(0, space))) {
            case STORAGE_FAILS -> untilStruck(FaultyStorage::fail, lastsMs);
            case STORAGE_STALLS -> untilStruck(FaultyStorage::stall, lastsMs);
            case POSTGRES_STOPPED -> {
                postgres.close();
                startPostgresAfter(lastsMs);
            }
            case POSTGRES_KILLED -> {
                postgres.kill();
                startPostgresAfter(lastsMs);
            }
            case POSTGRES_SLOW -> postgres.standStill(Duration.ofMillis(lastsMs));
            case TASK_MANAGER_LOST -> platform.loseTaskManager();
            case JOB_MANAGER_LOST -> platform.loseJobManager();
            case ENDPOINTS, RESHARD, CHECKPOINT_TORN ->
                throw new IllegalArgumentException("no fault that a platform makes: " + line);
        }
    }

    /** Once more where nobody asked anything of a file meanwhile. */
    private static void untilStruck(LongConsumer fault, long lastsMs) throws InterruptedException {
        long before = FaultyStorage.struck();
        for (int times = 0; times < TIMES_MAX && FaultyStorage.struck() == before; times++) {
            fault.accept(lastsMs);
            Thread.sleep(lastsMs);
        }
    }

    private void startPostgresAfter(long pauseMs) throws IOException, InterruptedException {
        Thread.sleep(pauseMs);
        postgres = LocalPostgres.start(platform.data().postgres(), postgres.port());
    }

    private void end() throws IOException, InterruptedException {
        try {
            platform.refuseCommands();
            platform.awaitRead(READ_PATIENCE);
            platform.stopJobs();
        } finally {
            postgres.close();
        }
    }
}
