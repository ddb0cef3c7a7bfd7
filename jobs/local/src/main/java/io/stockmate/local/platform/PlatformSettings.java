package io.stockmate.local.platform;

import io.stockmate.local.CommandFailed;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a platform is started.
 *
 * @param webPort of the web UI; 0 takes a free one, and so do the others
 * @param checkpointInterval how much is done again after kill -9, and how late the lake is
 */
public record PlatformSettings(
        DataDirectory data, int webPort, int kinesisPort, int firehosePort, Duration checkpointInterval) {
    private static final Duration CHECKPOINT_INTERVAL_DEFAULT = Duration.ofSeconds(10);
    private static final int PORT_MAX = 65_535;

    /**
     * On three ports in a row.
     *
     * @throws CommandFailed where there are no such ports
     */
    public static PlatformSettings onPorts(DataDirectory data, int portBase) {
        if (portBase < 1 || portBase + 2 > PORT_MAX) {
            throw new CommandFailed(
                    "there are no three ports from " + portBase + " on: give --port-base from 1 to " + (PORT_MAX - 2));
        }
        return new PlatformSettings(data, portBase, portBase + 1, portBase + 2, CHECKPOINT_INTERVAL_DEFAULT);
    }

    /** On ports that are free. */
    public static PlatformSettings onFreePorts(Path directory) {
        return new PlatformSettings(DataDirectory.of(directory), 0, 0, 0, CHECKPOINT_INTERVAL_DEFAULT);
    }

    public PlatformSettings withCheckpointInterval(Duration interval) {
        return new PlatformSettings(data, webPort, kinesisPort, firehosePort, interval);
    }
}
