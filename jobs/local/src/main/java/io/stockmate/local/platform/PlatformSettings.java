package io.stockmate.local.platform;

import io.stockmate.local.CommandFailed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a platform is started. Does not change: each {@code with…} gives another one. */
public final class PlatformSettings {
    private static final Duration CHECKPOINT_INTERVAL_DEFAULT = Duration.ofSeconds(10);
    private static final int PARALLELISM_DEFAULT = 2;
    private static final int PORT_MAX = 65_535;

    private final DataDirectory data;
    private final int webPort;
    private final int kinesisPort;
    private final int firehosePort;
    private final int metricsPort;
    private OptionalInt postgresPort;
    private Duration checkpointInterval = CHECKPOINT_INTERVAL_DEFAULT;
    private int parallelism = PARALLELISM_DEFAULT;
    private List<Property> properties = List.of();
    private long speed = 1;
    private @Nullable LongSupplier clock;
    private EndpointFaults faults = EndpointFaults.NONE;
    private UnaryOperator<URI> fileAddress = UnaryOperator.identity();
    private boolean losesLeaders;

    /** One property of a group. */
    public record Property(String group, String name, String value) {}

    private PlatformSettings(
            DataDirectory data,
            int webPort,
            int kinesisPort,
            int firehosePort,
            OptionalInt postgresPort,
            int metricsPort) {
        this.data = data;
        this.webPort = webPort;
        this.kinesisPort = kinesisPort;
        this.firehosePort = firehosePort;
        this.postgresPort = postgresPort;
        this.metricsPort = metricsPort;
    }

    private PlatformSettings(PlatformSettings like) {
        this(like.data, like.webPort, like.kinesisPort, like.firehosePort, like.postgresPort, like.metricsPort);
        checkpointInterval = like.checkpointInterval;
        parallelism = like.parallelism;
        properties = like.properties;
        speed = like.speed;
        clock = like.clock;
        faults = like.faults;
        fileAddress = like.fileAddress;
        losesLeaders = like.losesLeaders;
    }

    /**
     * On five ports in a row, with books.
     *
     * @throws CommandFailed where there are no such ports
     */
    public static PlatformSettings onPorts(DataDirectory data, int portBase) {
        if (portBase < 1 || portBase + 4 > PORT_MAX) {
            throw new CommandFailed(
                    "there are no five ports from " + portBase + " on: give --port-base from 1 to " + (PORT_MAX - 4));
        }
        return new PlatformSettings(
                data, portBase, portBase + 1, portBase + 2, OptionalInt.of(portBase + 3), portBase + 4);
    }

    /** On ports that are free, without books, which starts sooner. */
    public static PlatformSettings onFreePorts(Path directory) {
        return new PlatformSettings(DataDirectory.of(directory), 0, 0, 0, OptionalInt.empty(), 0);
    }

    /** The interval is how much is done again after kill -9, and how late the lake is. */
    public PlatformSettings withCheckpointInterval(Duration interval) {
        PlatformSettings changed = new PlatformSettings(this);
        changed.checkpointInterval = interval;
        return changed;
    }

    /** With books in Postgres, on a port that is free. */
    public PlatformSettings withBooks() {
        PlatformSettings changed = new PlatformSettings(this);
        changed.postgresPort = OptionalInt.of(0);
        return changed;
    }

    /** Of matching; the other jobs have one subtask each. */
    public PlatformSettings withParallelism(int newParallelism) {
        PlatformSettings changed = new PlatformSettings(this);
        changed.parallelism = newParallelism;
        return changed;
    }

    /** How many times as fast as real time the records' time runs. */
    public PlatformSettings withSpeed(long newSpeed) {
        PlatformSettings changed = new PlatformSettings(this);
        changed.speed = newSpeed;
        return changed;
    }

    /**
     * Takes the records' time, epoch milliseconds, from elsewhere than the machine. Whoever gives it may let it stand
     * still, and jump; it never goes back.
     */
    public PlatformSettings withClock(LongSupplier newClock) {
        PlatformSettings changed = new PlatformSettings(this);
        changed.clock = newClock;
        return changed;
    }

    /** With faults that the Kinesis and Firehose endpoints make on purpose. */
    public PlatformSettings withFaults(EndpointFaults newFaults) {
        PlatformSettings changed = new PlatformSettings(this);
        changed.faults = newFaults;
        return changed;
    }

    /** With another of Flink's file systems for checkpoints and lake, over the same directory. */
    public PlatformSettings withFileAddress(UnaryOperator<URI> newFileAddress) {
        PlatformSettings changed = new PlatformSettings(this);
        changed.fileAddress = newFileAddress;
        return changed;
    }

    /** With a cluster whose leaders can be taken away, see {@link Platform#loseJobManager}. */
    public PlatformSettings withLeadersToLose() {
        PlatformSettings changed = new PlatformSettings(this);
        changed.losesLeaders = true;
        return changed;
    }

    /** One more property of the jobs' configuration, which takes the place of an earlier one of the same name. */
    public PlatformSettings withProperty(String group, String name, String value) {
        List<Property> more = new ArrayList<>(properties);
        more.add(new Property(group, name, value));
        PlatformSettings changed = new PlatformSettings(this);
        changed.properties = List.copyOf(more);
        return changed;
    }

    public DataDirectory data() {
        return data;
    }

    /** Of the web UI; 0 takes a free one, and so do the others. */
    int webPort() {
        return webPort;
    }

    int kinesisPort() {
        return kinesisPort;
    }

    int firehosePort() {
        return firehosePort;
    }

    /** Empty for a platform without books. */
    OptionalInt postgresPort() {
        return postgresPort;
    }

    /** Of what Prometheus reads. */
    int metricsPort() {
        return metricsPort;
    }

    Duration checkpointInterval() {
        return checkpointInterval;
    }

    int parallelism(Job job) {
        return job == Job.MATCHING ? parallelism : 1;
    }

    /** Over those that all deployments share. */
    List<Property> properties() {
        return properties;
    }

    long speed() {
        return speed;
    }

    /** Gives the records' time; null for the machine's. */
    @Nullable
    LongSupplier clock() {
        return clock;
    }

    EndpointFaults faults() {
        return faults;
    }

    /** How Flink finds a directory. */
    String address(Path directory) {
        return fileAddress.apply(directory.toUri()).toString();
    }

    boolean losesLeaders() {
        return losesLeaders;
    }
}
