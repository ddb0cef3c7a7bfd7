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
 * the events that plain Java makes of its log. Rows of demand and usage are the lake's own: that they follow from the
 * events is what that command proves.
 */
record KilledRun(Path lake, List<LakeRow> rows) {
    static KilledRun read(Path directory) throws IOException {
        List<LakeRow> events = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(directory.resolve("events"))))) {
            while (true) {
                EventType type = EventType.valueOf(in.readUTF());
                events.add(new LakeRow.OfEvent(BinarySource.read(source -> event(type, source), in)));
            }
        } catch (EOFException end) {
            Path lake = directory.resolve("lake");
            List<LakeRow> rows = new ArrayList<>(events);
            try (LakeReader reader = LakeReader.open(lake, unreadable -> {})) {
                reader.demand(day -> rows.add(new LakeRow.OfDemand(day)));
                reader.usage(usage -> rows.add(new LakeRow.OfUsage(usage)));
            }
            return new KilledRun(lake, rows);
        }
    }

    private static Event event(EventType type, FieldSource source) {
        EventHeader header = EventHeader.read(source);
        return new Event(header, source.hash(LakeTable.CHAIN), new Cause("", "", 0, 0), type.read(source));
    }

    /** All saved questions but that for files, with the answers that follow from the events. */
    List<Question> questions() {
        return Session.questions(rows, most(row -> row.table() == LakeTable.TRADE), most(KilledRun::isOfACart));
    }

    private static boolean isOfACart(LakeRow row) {
        return event(row).body() instanceof ExecutionReport report
                && report.listId() != null
                && report.side() == Side.BUY
                && report.category() == Category.match;
    }

    /** The symbol of most rows of a kind. */
    private String most(Predicate<LakeRow> kind) {
        Map<String, Long> counts = rows.stream()
                .filter(LakeRow.OfEvent.class::isInstance)
                .filter(kind)
                .collect(Collectors.groupingBy(row -> event(row).symbol(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("NONE");
    }

    private static Event event(LakeRow row) {
        return ((LakeRow.OfEvent) row).event();
    }
}
