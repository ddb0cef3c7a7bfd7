package io.stockmate.lake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.plugin.PluginUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a lake that lies elsewhere, until it is told to stop: lists what jobs have committed, every few seconds, and
 * merges what is due, once a minute. One per lake. It ends by itself where it fails again and again, so that whoever
 * started it knows.
 */
public final class MergeProgram {
    private static final Logger LOG = LoggerFactory.getLogger(MergeProgram.class);
    private static final Duration MERGES = Duration.ofMinutes(1);
    /** Rows of older days are rare: their lists are looked after once in so many rounds. */
    private static final int ROUNDS_TO_ALL_DAYS = 1_000;

    private static final int FAILURES_MAX = 20;

    /** A pod gets its role by a token, which Flink's S3 has to be told. */
    private static final String TOKEN = "com.amazonaws.auth.WebIdentityTokenCredentialsProvider";

    private static final String CREDENTIALS = "fs.s3a.aws.credentials.provider";

    private final LakeMerge merge;
    private final LakeLists lists;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicInteger listsFailed = new AtomicInteger();
    private final AtomicInteger mergesFailed = new AtomicInteger();
    private int rounds;

    private MergeProgram(Path root) {
        this.lists = new LakeLists(root, root.toString());
        this.merge = new LakeMerge(root, MergeSettings.DEFAULT).keeping(lists);
    }

    /**
     * Runs until the process is told to end. Flink's plugins and configuration are looked for where it looks for them, by
     * FLINK_PLUGINS_DIR and FLINK_CONF_DIR; without another word of the latter S3 is asked with the role of the pod.
     *
     * @param arguments the lake's address
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("merging takes one argument, the address of the lake, not "
                    + arguments.length + ": " + String.join(" ", arguments));
        }
        Configuration configuration = GlobalConfiguration.loadConfiguration();
        if (!configuration.containsKey(CREDENTIALS)) {
            configuration.setString(CREDENTIALS, TOKEN);
        }
        FileSystem.initialize(configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
        MergeProgram program = new MergeProgram(new Path(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(program.stop::countDown, "stop"));
        if (!program.run()) {
            System.exit(1);
        }
    }

    private boolean run() throws InterruptedException {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        threads.scheduleWithFixedDelay(
                () -> attempt(this::list, listsFailed), 0, LakeLists.INTERVAL.toSeconds(), TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(
                () -> attempt(this::merge, mergesFailed), 0, MERGES.toSeconds(), TimeUnit.SECONDS);
        stop.await();
        threads.shutdown();
        boolean ended = threads.awaitTermination(1, TimeUnit.MINUTES);
        return ended && Math.max(listsFailed.get(), mergesFailed.get()) < FAILURES_MAX;
    }

    private void list() throws IOException {
        LocalDate yesterday = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1);
        lists.round(rounds++ % ROUNDS_TO_ALL_DAYS == 0 ? LocalDate.MIN : yesterday);
    }

    private void merge() throws IOException {
        long now = System.currentTimeMillis();
        MergeReport report = merge.round(now, now);
        if (report.days() > 0) {
            LOG.info("merged {} files into {}", report.files(), report.into());
        }
        report.problems().forEach(problem -> LOG.error("not merged: {}", problem));
    }

    private interface Round {
        void run() throws IOException;
    }

    private void attempt(Round round, AtomicInteger failures) {
        try {
            round.run();
            failures.set(0);
        } catch (IOException | RuntimeException failure) {
            LOG.error("the lake could not be kept; it is tried again", failure);
            if (failures.incrementAndGet() >= FAILURES_MAX) {
                stop.countDown();
            }
        }
    }
}
