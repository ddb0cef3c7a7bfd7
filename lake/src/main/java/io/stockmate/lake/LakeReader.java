package io.stockmate.lake;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.FieldRefused;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages back from a lake, row by row, in little memory however large it is. A row that cannot be read goes to
 * {@code unreadable}, and the next one follows. For one thread.
 */
public final class LakeReader implements AutoCloseable {
    /** The cause of an event read from the lake, which does not keep it: the log has it, by commandSeq. */
    public static final Cause CAUSE_NOT_KEPT = new Cause("", "", 0, 0);

    private static final String ORDER_OF_THE_LOG =
            " ORDER BY symbol, commandSeq, length(sequenceNumber), sequenceNumber, subSequence";

    private final LakeQueries lake;
    private final Consumer<UnreadableRow> unreadable;

    private LakeReader(LakeQueries lake, Consumer<UnreadableRow> unreadable) {
        this.lake = lake;
        this.unreadable = unreadable;
    }

    /** @throws QueryRefused if there is no such directory */
    public static LakeReader open(Path root, Consumer<UnreadableRow> unreadable) {
        return new LakeReader(LakeQueries.open(root), unreadable);
    }

    /**
     * The log in the order in which each symbol's commands were applied, one symbol after another. What lies outside a
     * chain (commandSeq 0) comes before the chain, by its place in the stream. The first entry of a symbol whose book
     * time is past the selection's end ends that symbol.
     */
    public void log(LogSelection selection, Consumer<LogEntry> each) {
        UntilBookTime until = new UntilBookTime(selection.untilMs(), each);
        read(
                LakeTable.COMMAND,
                "SELECT * FROM command WHERE " + selection.ofSymbol() + ORDER_OF_THE_LOG,
                LogEntry::read,
                until);
    }

    /**
     * A symbol's chain of commands from the first to {@code lastCommandSeq}, in their order, as often as the lake holds
     * each. Of files and row groups that hold none of the symbol's only the statistics are read.
     */
    public void chain(String symbol, long lastCommandSeq, Consumer<LogEntry> each) {
        chain(symbol, 1, lastCommandSeq, each);
    }

    /** The same from a later one on. */
    public void chain(String symbol, long firstCommandSeq, long lastCommandSeq, Consumer<LogEntry> each) {
        read(
                LakeTable.COMMAND,
                "SELECT * FROM command WHERE symbol = " + LogSelection.text(symbol) + " AND commandSeq BETWEEN "
                        + firstCommandSeq + " AND " + lastCommandSeq + ORDER_OF_THE_LOG,
                LogEntry::read,
                each);
    }

    /**
     * How far each symbol's chain of commands goes, by the symbols' names.
     *
     * @param each gets entries without data
     */
    public void ends(Consumer<LogEntry> each) {
        read(
                LakeTable.COMMAND,
                "SELECT max(commandSeq) AS commandSeq, arg_max(shardId, commandSeq) AS shardId,"
                        + " arg_max(sequenceNumber, commandSeq) AS sequenceNumber,"
                        + " arg_max(subSequence, commandSeq) AS subSequence,"
                        + " arg_max(arrivedAt, commandSeq) AS arrivedAt, symbol AS partitionKey, symbol,"
                        + " ''::BLOB AS data FROM command WHERE commandSeq > 0 GROUP BY symbol ORDER BY symbol",
                LogEntry::read,
                each);
    }

    /** All events of a type, in no particular order. Their cause is {@link #CAUSE_NOT_KEPT}. */
    public void events(EventType type, Consumer<Event> each) {
        LakeTable table = LakeTable.of(type);
        read(table, "SELECT * FROM " + table.tableName(), source -> event(type, source), each);
    }

    /** All dead letters, in no particular order. */
    public void deadLetters(Consumer<DeadLetter> each) {
        read(LakeTable.DEAD_LETTER, "SELECT * FROM dead_letter", DeadLetter::read, each);
    }

    /** All alerts, raised and cleared, in no particular order. */
    public void alerts(Consumer<Alert> each) {
        read(LakeTable.ALERT, "SELECT * FROM alert", Alert::read, each);
    }

    /** All advice about alerts, in no particular order. */
    public void advice(Consumer<AlertAdvice> each) {
        read(LakeTable.ALERT_ADVICE, "SELECT * FROM alert_advice", AlertAdvice::read, each);
    }

    /** What all closed days came to, in no particular order. */
    public void demand(Consumer<DemandDay> each) {
        read(LakeTable.DEMAND, "SELECT * FROM demand", DemandDay::read, each);
    }

    /** All forecasts, in no particular order. */
    public void forecasts(Consumer<DemandForecast> each) {
        read(LakeTable.FORECAST, "SELECT * FROM forecast", DemandForecast::read, each);
    }

    /** The scores of all days and models, in no particular order. */
    public void scores(Consumer<ForecastScore> each) {
        read(LakeTable.FORECAST_SCORE, "SELECT * FROM forecast_score", ForecastScore::read, each);
    }

    /** The scores of an account, in no particular order. */
    public void scores(String account, Consumer<ForecastScore> each) {
        String sql = "SELECT * FROM forecast_score WHERE account = " + LogSelection.text(account);
        read(LakeTable.FORECAST_SCORE, sql, ForecastScore::read, each);
    }

    /** The trades in which an account sold, in no particular order. */
    public void sales(String account, Consumer<Event> each) {
        LakeTable table = LakeTable.of(EventType.TRADE);
        String sql = "SELECT * FROM " + table.tableName() + " WHERE seller = " + LogSelection.text(account);
        read(table, sql, source -> event(EventType.TRADE, source), each);
    }

    /** All suggestions, in no particular order. */
    public void suggestions(Consumer<ReplenishmentSuggestion> each) {
        read(LakeTable.SUGGESTION, "SELECT * FROM suggestion", ReplenishmentSuggestion::read, each);
    }

    /** All transfers, in no particular order. */
    public void transfers(Consumer<Transfer> each) {
        read(LakeTable.TRANSFER, "SELECT * FROM transfer", Transfer::read, each);
    }

    /** All transfers, those of a transaction together and in their order, what is reversed before what reverses it. */
    public void transfersInOrder(Consumer<Transfer> each) {
        String sql = "SELECT * FROM transfer ORDER BY symbol, seq, transactionId, length(transferId), transferId";
        read(LakeTable.TRANSFER, sql, Transfer::read, each);
    }

    /** All records of usage, in no particular order. */
    public void usage(Consumer<UsageRecord> each) {
        read(LakeTable.USAGE, "SELECT * FROM usage", UsageRecord::read, each);
    }

    /** Whatever the tables hold at one place: a well-formed lake one event or none. */
    public List<Event> eventsAt(String symbol, long seq) {
        List<Event> found = new ArrayList<>();
        for (EventType type : EventType.values()) {
            LakeTable table = LakeTable.of(type);
            String sql = "SELECT * FROM " + table.tableName() + " WHERE symbol = " + LogSelection.text(symbol)
                    + " AND seq = " + seq;
            read(table, sql, source -> event(type, source), found::add);
        }
        return found;
    }

    /**
     * The chains of one event of each symbol, as far as a table holds it.
     *
     * @param seqs of the events, by symbol
     */
    public Map<String, Long> chainsAt(Map<String, Long> seqs) {
        Map<String, Long> found = new HashMap<>();
        if (seqs.isEmpty()) {
            return found;
        }
        String places = seqs.entrySet().stream()
                .map(place -> "(" + LogSelection.text(place.getKey()) + ", " + place.getValue() + ")")
                .collect(Collectors.joining(", "));
        for (EventType type : EventType.values()) {
            String sql = "SELECT symbol, chain FROM " + LakeTable.of(type).tableName() + " JOIN (VALUES " + places
                    + ") AS place(symbol, seq) USING (symbol, seq)";
            try (Answer answer = lake.ask(sql)) {
                while (answer.next()) {
                    found.put(String.valueOf(answer.value(0)), (Long) Objects.requireNonNull(answer.value(1)));
                }
            }
        }
        return found;
    }

    private static Event event(EventType type, FieldSource source) {
        return new Event(EventHeader.read(source), source.hash(LakeTable.CHAIN), CAUSE_NOT_KEPT, type.read(source));
    }

    private <T> void read(LakeTable table, String sql, Function<FieldSource, T> read, Consumer<T> each) {
        try (Answer answer = lake.ask(sql)) {
            RowSource source = new RowSource(table, answer);
            while (answer.next()) {
                source.begin();
                T message;
                try {
                    message = read.apply(source);
                } catch (FieldRefused refusal) {
                    unreadable.accept(fault(table, answer, refusal));
                    continue;
                }
                each.accept(message);
            }
        }
    }

    private static UnreadableRow fault(LakeTable table, Answer answer, FieldRefused refusal) {
        Object symbol = value(answer, "symbol");
        Object seq = value(answer, place(table));
        return new UnreadableRow(
                table,
                symbol == null ? null : symbol.toString(),
                seq instanceof Long number ? number : 0,
                refusal.field() + ": " + refusal.getMessage());
    }

    private static String place(LakeTable table) {
        return switch (table) {
            case COMMAND -> "commandSeq";
            case ALERT, ALERT_ADVICE -> "lastSeq";
            default -> "seq";
        };
    }

    private static @Nullable Object value(Answer answer, String column) {
        for (int place = 0; place < answer.columns().size(); place++) {
            if (answer.columns().get(place).name().equals(column)) {
                return answer.value(place);
            }
        }
        return null;
    }

    @Override
    public void close() {
        lake.close();
    }
}
