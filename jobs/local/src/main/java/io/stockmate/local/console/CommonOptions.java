package io.stockmate.local.console;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.RunningPlatform;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command understands. */
public final class CommonOptions {
    private static final int PORT_BASE_DEFAULT = 8081;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "Where streams, checkpoints and lake are kept (default: ./data).")
    private Path dataDirectory;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "The web UI listens on port N, Kinesis on N+1, Firehose on N+2, Postgres on N+3,"
                    + " Prometheus metrics on N+4 (default: 8081).")
    private @Nullable Integer portBase;

    @Option(names = "--plain", description = "No colour and no cursor control, for pipes and logs.")
    private boolean plain;

    @SuppressWarnings("UnusedVariable") // read by Failures, from the parsed command line
    @Option(names = "--debug", description = "Show the stack trace of a failure.")
    private boolean debug;

    public DataDirectory data() {
        return DataDirectory.of(dataDirectory);
    }

    /**
     * The directory of the lake's tables.
     *
     * @throws CommandFailed where there is none yet
     */
    public Path lake() {
        Path lake = data().lake();
        if (!Files.isDirectory(lake)) {
            throw new CommandFailed("no lake in " + data().root()
                    + " yet: start 'stockmate run', or name a platform's directory with --data-dir");
        }
        return lake;
    }

    public boolean plain() {
        return plain;
    }

    public int portBase() {
        return portBase == null ? PORT_BASE_DEFAULT : portBase;
    }

    /**
     * The streams of the platform that runs on the data directory, or of the one on the ports that were asked for.
     *
     * @throws CommandFailed where none runs on the directory
     */
    public AwsSettings streams() {
        return AwsSettings.local(
                portBase == null
                        ? RunningPlatform.require(data()).kinesis()
                        : URI.create("http://127.0.0.1:" + (portBase + 1)));
    }

    /** Whether lines may be coloured and drawn again: on a terminal, unless asked not to. */
    public Ink ink() {
        boolean terminal = Boolean.getBoolean("stockmate.terminal") && !plain;
        String noColor = System.getenv("NO_COLOR");
        return new Ink(terminal, terminal && (noColor == null || noColor.isEmpty()));
    }
}
