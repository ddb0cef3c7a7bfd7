package io.stockmate.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.Platform;
import io.stockmate.local.platform.PlatformSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    private static final String SYMBOL = "SKU.1-A";
    private static final long NONE = Absent.NUMBER;
    private static final String LISTENING = "0A";

    @TempDir
    private Path directory;

    @Test
    void secondStartGoesOnWhereTheFirstEndedAlsoBehindOneWhosePortWasTaken() throws Exception {
        assertThatAPortThatIsTakenIsNamed();
        DefineInstrument instrument = new DefineInstrument(
                "Shares", null, "USD", 100, 1, 1_000, 0, true, false, NONE, NONE, NONE, NONE, NONE, NONE);
        NewOrder order = new NewOrder(
                "b1",
                Side.BUY,
                OrdType.LIMIT,
                5,
                90_000,
                NONE,
                TimeInForce.GTC,
                NONE,
                NONE,
                NONE,
                false,
                null,
                NONE,
                null);
        List<Event> all = new ArrayList<>();
        try (Platform platform = start()) {
            all.addAll(hold(platform, command("OPS", instrument), command("ANN", order)));
            assertThat(listeners()).isNotEmpty().allMatch(address -> address.endsWith("0100007F"));
            assertThatTheWebUiOnlyShows(platform.webUi());
            assertThatThrownBy(this::start)
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining(directory.toString());
        }
        try (Platform platform = start()) {
            all.addAll(hold(platform, command("ANN", order), command("ANN", new CancelOrder("c1", "b1"))));
        }

        assertThat(all).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(all)
                .extracting(event -> event.header().commandSeq())
                .containsExactly(1L, 2L, 2L, 3L, 4L, 5L, 5L, 6L);
    }

    private void assertThatAPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            PlatformSettings settings = PlatformSettings.onPorts(DataDirectory.of(directory), port - 1);

            assertThatThrownBy(() -> Platform.start(settings))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining(Integer.toString(port))
                    .hasMessageContaining("--port-base");
        }
    }

    private static void assertThatTheWebUiOnlyShows(URI webUi) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest upload = HttpRequest.newBuilder(webUi.resolve("/jars/upload"))
                .POST(HttpRequest.BodyPublishers.ofString("a jar"))
                .build();
        assertThat(client.send(upload, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(404);
        HttpRequest configuration =
                HttpRequest.newBuilder(webUi.resolve("/config")).build();
        assertThat(client.send(configuration, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"web-submit\":false", "\"web-cancel\":false");
    }

    private Platform start() throws Exception {
        return Platform.start(PlatformSettings.onFreePorts(directory));
    }

    private static Command command(String account, CommandBody body) {
        return new Command(SYMBOL, account, NONE, body);
    }

    /** The events of the commands, and of a tick behind them. */
    private static List<Event> hold(Platform platform, Command... commands) throws Exception {
        List<OutgoingRecord> records = new ArrayList<>();
        for (Command command : commands) {
            records.add(Conversation.record(command));
        }
        records.add(Conversation.record(command("CLOCK", new Tick())));
        return new Conversation(platform)
                .hold(records).stream().flatMap(List::stream).toList();
    }

    /** The local addresses, in the kernel's notation, on which this process listens. */
    private static List<String> listeners() throws IOException {
        Set<String> own = sockets();
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.trim().split("\\s+");
                if (fields[3].equals(LISTENING) && own.contains(fields[9])) {
                    addresses.add(fields[1].substring(0, fields[1].indexOf(':')));
                }
            }
        }
        return addresses;
    }

    /** Inodes of this process's sockets. */
    private static Set<String> sockets() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(PlatformTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
