package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import io.stockmate.pipelines.reconcile.DamagedLake.Key;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A session that is reconciled, and what its violations name. */
@ExtendWith(RecordedSessions.class)
abstract class SessionTrial {
    static final EventCodec CODEC = new EventCodec();
    static final int SOMEWHERE = 7;

    @TempDir
    Path directory;

    static RecordedSession session;

    @BeforeAll
    static void runOnce(RecordedSessions sessions) throws Exception {
        session = sessions.of(42);
    }

    final DamagedLake damaged() throws Exception {
        return DamagedLake.copyOf(session.lake(), directory.resolve("lake"));
    }

    final Verdict reconcile(DamagedLake lake) throws Exception {
        return reconcile(session.commands(), session.events(), lake.root());
    }

    final Verdict reconcile(List<ArrivedRecord> commands, List<ArrivedRecord> events, Path lake) throws Exception {
        return Reconciliation.of(
                new GivenEvidence(commands, events, lake), session.rules(), directory.resolve("scratch"));
    }

    static void assertNamed(Verdict verdict, String... places) {
        Set<String> named = verdict.violations().stream()
                .map(violation -> violation.symbol() + " " + violation.place())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .as(() -> verdict.violations().stream().map(Violation::text).collect(Collectors.joining("\n")))
                .containsExactlyInAnyOrder(places);
    }

    static String is(Key row) {
        return "(symbol = '" + row.symbol() + "' AND seq = " + row.seq() + ")";
    }

    static String seq(Key row) {
        return row.symbol() + " seq " + row.seq();
    }

    static Event event(int at) {
        return CODEC.decode(session.events().get(at).data());
    }

    static String place(Event event) {
        return event.symbol() + " " + Places.of(event);
    }

    static ArrivedRecord record(Event event) {
        return new ArrivedRecord(event.cause(), event.symbol(), CODEC.encode(event));
    }

    static ArrivedRecord with(ArrivedRecord record, String data) {
        return new ArrivedRecord(record.cause(), record.partitionKey(), data.getBytes(StandardCharsets.UTF_8));
    }

    /** The stream of events in which one, and its repeats, reads otherwise. */
    static List<ArrivedRecord> replaced(Event event, String value, String by) {
        List<ArrivedRecord> events = new ArrayList<>();
        for (ArrivedRecord record : session.events()) {
            String text = new String(record.data(), StandardCharsets.UTF_8);
            boolean same = CODEC.decode(record.data()).equals(event);
            assertThat(!same || text.contains(value)).as(text).isTrue();
            events.add(same ? with(record, text.replace(value, by)) : record);
        }
        return events;
    }
}
