package io.stockmate.pipelines.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.connectors.wire.Recorded;
import io.stockmate.core.message.Cause;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RecordedSessions.class)
class MirrorTest {
    private static final SymbolShare ALL = new SymbolShare(SymbolShare.ALL, Set.of());

    @TempDir
    static Path directory;

    private static RecordedSession session;

    private final Map<String, List<Taken>> taken = new TreeMap<>();

    /** A record and its bytes as text, one to compare with another. */
    private record Taken(Cause cause, String partitionKey, String data, boolean wrongShard) {
        static Taken of(ArrivedRecord record) {
            String data = new String(record.data(), StandardCharsets.ISO_8859_1);
            return new Taken(record.cause(), record.partitionKey(), data, record.wrongShard());
        }

        byte[] bytes() {
            return data.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @BeforeAll
    static void play(RecordedSessions sessions) throws Exception {
        session = sessions.of(42);
    }

    @Test
    void pastComesFromTheLakeAndTheRestFromTheStreamHoweverTheyOverlap() throws Exception {
        Mirror mirror = new Mirror(session.rules(), ALL, this::take);
        try (LakeReader lake = LakeReader.open(session.lake(), unreadable -> {})) {
            assertThat(mirror.refill(lake)).containsExactly("SKU-0", "SKU-1", "SKU-2", "SKU-3");
        }
        long refilled = mirror.refilled();
        mirror.follow(session.commands());
        assertThat(mirror.followed()).isZero();
        mirror.follow(later());
        assertThat(mirror.followed()).isEqualTo(2);
        assertThat(refilled)
                .isEqualTo(understood(session.commands()).values().stream()
                        .mapToLong(List::size)
                        .sum());
        List<ArrivedRecord> all = new ArrayList<>(session.commands());
        all.addAll(later());
        assertThat(taken).isEqualTo(understood(all));
    }

    @Test
    void otherSymbolsAreLeftOutUntilTheyAreAskedFor() throws Exception {
        Mirror mirror = new Mirror(session.rules(), new SymbolShare(0, Set.of("SKU-3")), this::take);
        mirror.follow(session.commands());
        assertThat(taken).containsOnlyKeys("SKU-3");

        mirror.share(new SymbolShare(0, Set.of("SKU-3", "SKU-1")));
        try (LakeReader lake = LakeReader.open(session.lake(), unreadable -> {})) {
            assertThat(mirror.refill(lake)).containsExactly("SKU-1");
        }
        mirror.follow(session.commands());
        Map<String, List<Taken>> expected = understood(session.commands());
        expected.keySet().retainAll(Set.of("SKU-1", "SKU-3"));
        assertThat(taken).isEqualTo(expected);
    }

    @Test
    void laterMirrorGoesOnBehindWhatTheOtherLakeHolds() throws Exception {
        Mirror mirror = new Mirror(session.rules(), ALL, this::take);
        try (LakeReader lake = LakeReader.open(session.lake(), unreadable -> {})) {
            mirror.goOnBehind(lake);
            mirror.refill(lake);
        }
        assertThat(taken).isEmpty();
        mirror.follow(later());
        assertThat(taken).containsOnlyKeys("SKU-1", "SKU-2");
    }

    @Test
    void whatAnOutletDidNotTakeIsSentAgainInItsOrder() throws Exception {
        List<String> failures = new ArrayList<>(List.of("once"));
        Mirror mirror = new Mirror(session.rules(), ALL, records -> {
            if (!failures.isEmpty()) {
                throw new IllegalStateException(failures.remove(0));
            }
            take(records);
        });
        assertThatThrownBy(() -> mirror.follow(session.commands())).hasMessage("once");
        assertThat(taken).isEmpty();
        mirror.follow(later());
        List<ArrivedRecord> all = new ArrayList<>(session.commands());
        all.addAll(later());
        assertThat(taken).isEqualTo(understood(all));
    }

    @Test
    void holeInTheLakeIsLeftToTheStream() throws Exception {
        try (LakeReader lake = LakeReader.open(session.lake(), unreadable -> {});
                LakeWriter damaged = LakeWriter.create(directory.resolve("damaged"))) {
            lake.chain("SKU-2", Long.MAX_VALUE, entry -> {
                if (entry.commandSeq() < 20 || entry.commandSeq() > 25) {
                    put(new LakeRow.OfCommand(entry, entry.cause().arrivedAt()), damaged);
                }
            });
        }
        Mirror mirror = new Mirror(session.rules(), ALL, this::take);
        try (LakeReader lake = LakeReader.open(directory.resolve("damaged"), unreadable -> {})) {
            mirror.refill(lake);
        }
        assertThat(mirror.refilled()).isEqualTo(19);
        mirror.follow(session.commands());
        assertThat(taken.get("SKU-2")).isEqualTo(understood(session.commands()).get("SKU-2"));
    }

    @Test
    void symbolBeginsWithItsDefinitionByAnOperator() throws Exception {
        Mirror mirror = new Mirror(session.rules(), ALL, this::take);
        mirror.follow(session.commands());
        assertThat(taken).doesNotContainKey("NOWHERE");
        assertThat(taken).isEqualTo(understood(session.commands()));
    }

    @Test
    void shareIsItsPartOfAllSymbolsAndInsideEveryLargerOne() {
        List<String> symbols =
                IntStream.range(0, 20_000).mapToObj(i -> "SKU-" + i).toList();
        List<String> one =
                symbols.stream().filter(new SymbolShare(100, Set.of())::takes).toList();
        List<String> ten =
                symbols.stream().filter(new SymbolShare(1_000, Set.of())::takes).toList();
        assertThat(one).hasSizeBetween(140, 260);
        assertThat(ten).hasSizeBetween(1_800, 2_200).containsAll(one);
        assertThat(symbols).allMatch(ALL::takes).noneMatch(new SymbolShare(0, Set.of())::takes);
        assertThatThrownBy(() -> new SymbolShare(10_001, Set.of())).hasMessageContaining("between 0 and 10000");
    }

    private static void put(LakeRow row, LakeWriter lake) {
        try {
            lake.put(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(Map<String, List<byte[]>> bySymbol) {
        bySymbol.forEach(
                (symbol, records) -> records.forEach(data -> taken.computeIfAbsent(symbol, first -> new ArrayList<>())
                        .add(Taken.of(Recorded.restore(new ArrivedRecord(new Cause("clone", "0", 0, 0), symbol, data))
                                .orElseThrow()))));
    }

    /** Two commands behind the session's. */
    private static List<ArrivedRecord> later() {
        Cause last = session.commands().get(session.commands().size() - 1).cause();
        List<ArrivedRecord> later = new ArrayList<>();
        for (String symbol : List.of("SKU-2", "SKU-1")) {
            byte[] data = understood(session.commands()).get(symbol).get(0).bytes();
            String number = Long.toString(Long.parseLong(last.sequenceNumber()) + later.size() + 1);
            later.add(new ArrivedRecord(new Cause(last.shardId(), number, 0, last.arrivedAt()), symbol, data));
        }
        return later;
    }

    /** Those of symbols that were defined. */
    private static Map<String, List<Taken>> understood(List<ArrivedRecord> records) {
        CommandCodec codec = new CommandCodec();
        Map<String, List<Taken>> understood = new TreeMap<>();
        for (ArrivedRecord record : records) {
            if (codec.decode(record) instanceof Decoded.Understood command
                    && !command.command().symbol().equals("NOWHERE")) {
                understood
                        .computeIfAbsent(command.command().symbol(), symbol -> new ArrayList<>())
                        .add(Taken.of(record));
            }
        }
        return understood;
    }
}
