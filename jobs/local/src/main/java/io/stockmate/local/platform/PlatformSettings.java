package io.stockmate.local.platform;

import io.stockmate.local.CommandFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a platform is started.
 *
 * @param webPort of the web UI; 0 takes a free one, and so do the others
 * @param postgresPort empty for a platform without books, which starts sooner
 * @param metricsPort of what Prometheus reads
 * @param checkpointInterval how much is done again after kill -9, and how late the lake is
 * @param parallelism of matching
 * @param properties of the jobs' configuration, over those that all deployments share
 * @param speed how many times as fast as real time the records' time runs
 * @param clock gives the records' time instead, epoch milliseconds; null for the machine's
 * @param faults that the Kinesis and Firehose endpoints make on purpose
 */
public record PlatformSettings(
        DataDirectory data,
        int webPort,
        int kinesisPort,
        int firehosePort,
        OptionalInt postgresPort,
        int metricsPort,
        Duration checkpointInterval,
        int parallelism,
        List<Property> properties,
        long speed,
        @Nullable LongSupplier clock,
        EndpointFaults faults) {
    private static final Duration CHECKPOINT_INTERVAL_DEFAULT = Duration.ofSeconds(10);
    private static final int PARALLELISM_DEFAULT = 2;
    private static final int PORT_MAX = 65_535;

    /** One property of a group. */
    public record Property(String group, String name, String value) {}

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
        return on(data, portBase, portBase + 1, portBase + 2, OptionalInt.of(portBase + 3), portBase + 4);
    }

    /** On ports that are free, without books. */
    public static PlatformSettings onFreePorts(Path directory) {
        return on(DataDirectory.of(directory), 0, 0, 0, OptionalInt.empty(), 0);
    }

    private static PlatformSettings on(
            DataDirectory data,
            int webPort,
            int kinesisPort,
            int firehosePort,
            OptionalInt postgresPort,
            int metricsPort) {
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                postgresPort,
                metricsPort,
                CHECKPOINT_INTERVAL_DEFAULT,
                PARALLELISM_DEFAULT,
                List.of(),
                1,
                null,
                EndpointFaults.NONE);
    }

    public PlatformSettings withCheckpointInterval(Duration interval) {
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                postgresPort,
                metricsPort,
                interval,
                parallelism,
                properties,
                speed,
                clock,
                faults);
    }

    /** With books in Postgres, on a port that is free. */
    public PlatformSettings withBooks() {
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                OptionalInt.of(0),
                metricsPort,
                checkpointInterval,
                parallelism,
                properties,
                speed,
                clock,
                faults);
    }

    public PlatformSettings withParallelism(int newParallelism) {
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                postgresPort,
                metricsPort,
                checkpointInterval,
                newParallelism,
                properties,
                speed,
                clock,
                faults);
    }

    public PlatformSettings withSpeed(long newSpeed) {
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                postgresPort,
                metricsPort,
                checkpointInterval,
                parallelism,
                properties,
                newSpeed,
                clock,
                faults);
    }

    /** Whoever gives the time may let it stand still, and jump; it never goes back. */
    public PlatformSettings withClock(LongSupplier newClock) {
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                postgresPort,
                metricsPort,
                checkpointInterval,
                parallelism,
                properties,
                speed,
                newClock,
                faults);
    }

    public PlatformSettings withFaults(EndpointFaults newFaults) {
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                postgresPort,
                metricsPort,
                checkpointInterval,
                parallelism,
                properties,
                speed,
                clock,
                newFaults);
    }

    int parallelism(Job job) {
        return job == Job.MATCHING ? parallelism : 1;
    }

    /** One more property, which takes the place of an earlier one of the same name. */
    public PlatformSettings withProperty(String group, String name, String value) {
        List<Property> more = new ArrayList<>(properties);
        more.add(new Property(group, name, value));
        return new PlatformSettings(
                data,
                webPort,
                kinesisPort,
                firehosePort,
                postgresPort,
                metricsPort,
                checkpointInterval,
                parallelism,
                List.copyOf(more),
                speed,
                clock,
                faults);
    }
}
