package io.stockmate.lake;

import io.stockmate.core.message.BinarySource;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.Side;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What {@code ./stockmate verify exactness --keep DIRECTORY} leaves of a run of the platform that was killed: its lake, and
 * the events that plain Java makes of its log.
 */
record KilledRun(Path lake, List<LakeRow> events) {
    static KilledRun read(Path directory) throws IOException {
        List<LakeRow> events = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(directory.resolve("events"))))) {
            while (true) {
                EventType type = EventType.valueOf(in.readUTF());
                events.add(new LakeRow.OfEvent(BinarySource.read(source -> event(type, source), in)));
            }
        } catch (EOFException end) {
            return new KilledRun(directory.resolve("lake"), events);
        }
    }

    private static Event event(EventType type, FieldSource source) {
        EventHeader header = EventHeader.read(source);
        return new Event(header, source.hash(LakeTable.CHAIN), new Cause("", "", 0, 0), type.read(source));
    }

    /** All saved questions but that for files, with the answers that follow from the events. */
    List<Question> questions() {
        return Session.questions(events, most(row -> row.table() == LakeTable.TRADE), most(KilledRun::isOfACart));
    }

    private static boolean isOfACart(LakeRow row) {
        return event(row).body() instanceof ExecutionReport report
                && report.listId() != null
                && report.side() == Side.BUY
                && report.category() == Category.match;
    }

    /** The symbol of most rows of a kind. */
    private String most(Predicate<LakeRow> kind) {
        Map<String, Long> rows = events.stream()
                .filter(kind)
                .collect(Collectors.groupingBy(row -> event(row).symbol(), Collectors.counting()));
        return rows.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("NONE");
    }

    private static Event event(LakeRow row) {
        return ((LakeRow.OfEvent) row).event();
    }
}
