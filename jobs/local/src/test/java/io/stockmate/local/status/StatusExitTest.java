package io.stockmate.local.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.local.command.StatusCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What {@code status} prints and ends with, of a cluster that is well or broken. */
class StatusExitTest {
    private static final Map<String, Consumer<RecordedFlink>> BROKEN = Map.of(
            "matching +BROKEN  is RESTARTING: java.io.IOException: no disk",
            flink -> {
                flink.state("RESTARTING", 0);
                flink.failed("java.io.IOException: no disk");
            },
            "matching +BROKEN  is FAILED: io.stockmate.core.view.MissingEvent: events of MUG, seq 3",
            flink -> {
                flink.state("FAILED", 0);
                flink.failed(
                        "java.lang.Exception: failed\nCaused by: io.stockmate.core.view.MissingEvent: events of MUG,"
                                + " seq 3: it has not come");
            },
            "matching +BROKEN  its last checkpoint failed: could not materialize",
            flink -> flink.checkpointFailed("could not materialize"),
            "matching +BROKEN  no checkpoint has completed yet",
            RecordedFlink::neverCheckpointed,
            "matching +BROKEN  its last checkpoint is [67]\\d\\d s old",
            flink -> flink.checkpointed(System.currentTimeMillis() - 600_000),
            "matching +BROKEN  is 75 s behind in shardId-000000000001",
            flink -> flink.lag(75_000),
            "matching +BROKEN  the books do not balance in 2 units",
            flink -> flink.unbalanced(2),
            "Flink +BROKEN  the web UI at http://127.0.0.1:\\d+ does not answer",
            RecordedFlink::close);

    private final StringWriter written = new StringWriter();

    @Test
    void isZeroWhereAllIsWell() throws IOException {
        try (RecordedFlink flink = RecordedFlink.start(System.currentTimeMillis())) {
            assertThat(status(flink)).isZero();
            assertThat(written.toString()).contains("matching  well    runs, 6 tasks", "status=well broken=0 watch=0");
        }
    }

    @ParameterizedTest
    @MethodSource("causes")
    void isOneAndTheCauseIsNamedWhereOneThingIsBroken(String cause) throws IOException {
        try (RecordedFlink flink = RecordedFlink.start(System.currentTimeMillis())) {
            BROKEN.get(cause).accept(flink);

            assertThat(status(flink)).isEqualTo(1);
            assertThat(written.toString()).containsPattern(cause).contains("status=broken broken=1 ");
        }
    }

    private static Set<String> causes() {
        return BROKEN.keySet();
    }

    private int status(RecordedFlink flink) {
        PrintWriter out = new PrintWriter(written, true);
        return new CommandLine(new StatusCommand())
                .setOut(out)
                .setErr(out)
                .execute("--plain", "--web-ui", flink.uri().toString());
    }
}
