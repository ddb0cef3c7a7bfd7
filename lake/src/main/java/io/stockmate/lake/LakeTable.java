package io.stockmate.lake;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.DeadLetter;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.LogEntry;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Shape;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.UsageRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table of the lake. Its columns are the fields of what it keeps, under their names in JSON: for an event those of
 * the header, the chain and the body; its files lie under {@code NAME/dt=YYYY-MM-DD/}.
 */
public enum LakeTable implements Relation {
    /** The log: every decoded record as it arrived, with its bytes. */
    COMMAND(LogEntry::read),
    EXECUTION_REPORT(EventType.EXECUTION_REPORT),
    ORDER_CANCEL_REJECT(EventType.ORDER_CANCEL_REJECT),
    TRADE(EventType.TRADE),
    TRADE_CORRECTED(EventType.TRADE_CORRECTED),
    STOCK_LEVEL(EventType.STOCK_LEVEL),
    TOP_OF_BOOK(EventType.TOP_OF_BOOK),
    ACCEPTED(EventType.ACCEPTED),
    BUSINESS_REJECT(EventType.BUSINESS_REJECT),
    /** The records that could not be answered. */
    DEAD_LETTER(DeadLetter::read),
    /** The alerts of the anomaly job, raised and cleared. */
    ALERT(Alert::read),
    /** What was asked for day by day, met and unmet. */
    DEMAND(DemandDay::read),
    /** What the demand job expects of the next days. */
    FORECAST(DemandForecast::read),
    /** What the days came to, and what was expected of them. */
    FORECAST_SCORE(ForecastScore::read),
    /** What the demand job suggests to buy, to move and to cancel. */
    SUGGESTION(ReplenishmentSuggestion::read),
    /** What advisors answered to alerts: not derived from the log. */
    ALERT_ADVICE(AlertAdvice::read),
    /** What the accounting job booked. */
    TRANSFER(Transfer::read),
    /** What accounts did per hour, as the accounting job counted it. */
    USAGE(UsageRecord::read);

    static final String CHAIN = "chain";

    private final String tableName;
    private final List<Field> columns;
    private final int place;

    LakeTable(EventType type) {
        this(source -> {
            EventHeader.read(source);
            source.hash(CHAIN);
            type.read(source);
        });
    }

    LakeTable(Consumer<FieldSource> read) {
        this.tableName = name().toLowerCase(Locale.ROOT);
        this.columns = Shape.of(read);
        this.place = Stream.of("seq", "commandSeq", "lastSeq")
                .mapToInt(columns.stream().map(Field::name).toList()::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(0);
    }

    /** The name in paths and in SQL. */
    @Override
    public String tableName() {
        return tableName;
    }

    /** The columns in the order in which a row announces its fields; the partition column {@code dt} is not one. */
    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    public LakeTable storedWith() {
        return this;
    }

    @Override
    public List<String> counting(DayFiles day, Collection<String> names) {
        return day.counting(names);
    }

    @Override
    public int place() {
        return place;
    }

    /**
     * The columns by which rows are sorted where days are merged: the symbol and the rows' place; reports by their category
     * before that, as most questions about all symbols ask for one.
     */
    List<String> mergedOrder() {
        String placed = columns.get(place).name();
        return this == EXECUTION_REPORT ? List.of("category", "symbol", placed) : List.of("symbol", placed);
    }

    /**
     * Whether its days are merged. The log stays as it was written, and so do dead letters, which are deleted by their age.
     */
    boolean isMerged() {
        return this != COMMAND && this != DEAD_LETTER;
    }

    /** The table that keeps events of a type. */
    public static LakeTable of(EventType type) {
        return switch (type) {
            case EXECUTION_REPORT -> EXECUTION_REPORT;
            case ORDER_CANCEL_REJECT -> ORDER_CANCEL_REJECT;
            case TRADE -> TRADE;
            case TRADE_CORRECTED -> TRADE_CORRECTED;
            case STOCK_LEVEL -> STOCK_LEVEL;
            case TOP_OF_BOOK -> TOP_OF_BOOK;
            case ACCEPTED -> ACCEPTED;
            case BUSINESS_REJECT -> BUSINESS_REJECT;
        };
    }
}
