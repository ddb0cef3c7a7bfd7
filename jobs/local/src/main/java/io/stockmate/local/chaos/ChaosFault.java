package io.stockmate.local.chaos;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of fault besides kill -9 of the platform. */
public enum ChaosFault {
    /**
     * A share of the requests to Kinesis and Firehose, producers' included: throttled, refused, reset, slow, answered and
     * not told, expired, taken in part. The only one that lasts all the time.
     */
    ENDPOINTS,
    /** A shard of a stream is split, or two are merged, under load. */
    RESHARD,
    /** For a while no file of the lake and of checkpoints can be opened, completed or brought to light. */
    STORAGE_FAILS,
    /** For a while all of these wait. */
    STORAGE_STALLS,
    /** A kill tears the checkpoint that a job was writing: its metadata end in the middle. */
    CHECKPOINT_TORN,
    /** Postgres ends in order and comes back later. */
    POSTGRES_STOPPED,
    /** Postgres is killed (kill -9) and comes back later. */
    POSTGRES_KILLED,
    /** Postgres stands still for a while, with its connections open. */
    POSTGRES_SLOW,
    /** The worker of the cluster is lost, with all tasks. */
    TASK_MANAGER_LOST,
    /** Every job loses its manager and gets another one. */
    JOB_MANAGER_LOST;

    /** As it is written in commands: {@code storage-fails}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The faults of a list with commas, {@code all} or {@code none}.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public static Set<ChaosFault> parse(String list) {
        if (list.equals("all")) {
            return EnumSet.allOf(ChaosFault.class);
        }
        EnumSet<ChaosFault> faults = EnumSet.noneOf(ChaosFault.class);
        if (!list.equals("none")) {
            for (String title : list.split(",", -1)) {
                faults.add(of(title));
            }
        }
        return faults;
    }

    static ChaosFault of(String title) {
        return Arrays.stream(values())
                .filter(fault -> fault.title().equals(title))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("--faults names '" + title + "': give all, none, or some of "
                                + Arrays.stream(values()).map(ChaosFault::title).collect(Collectors.joining(","))));
    }
}
