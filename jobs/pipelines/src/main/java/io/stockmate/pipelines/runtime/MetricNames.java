package io.stockmate.pipelines.runtime;

/** The names of the metrics that operators report. Labels are metric groups of a key and a value. */
public final class MetricNames {
    /** Counter: records that arrived. */
    public static final String RECORDS = "records";

    /** Counter, by {@link #REASON}: records that could not be answered. */
    public static final String DEAD_LETTERS = "deadLetters";

    /** Counter: mirrored records that came again and were dropped. */
    public static final String REPEATED_RECORDS = "repeatedRecords";

    /** Counter: commands applied to a market, those of unknown symbols included. */
    public static final String COMMANDS = "commands";

    /** Counter, by {@link #TYPE}. */
    public static final String EVENTS = "events";

    /** Counter, by {@link #TYPE} of the refusing event and {@link #REASON}. */
    public static final String REJECTS = "rejects";

    /**
     * Counter: commands that said again, equally, what an earlier one of their id had said. Not among {@link #REJECTS},
     * so records = dead letters + commands, and commands = accepted + rejects + repeats.
     */
    public static final String REPEATS = "repeats";

    /** Gauge: markets on the heap of this subtask. After a restore it grows as symbols are heard of. */
    public static final String BOOKS = "books";

    /** Gauge: orders that rest in the markets on the heap of this subtask. */
    public static final String RESTING_ORDERS = "restingOrders";

    /** Histogram: from a command's arrival at the operator until its events are known, in nanoseconds. */
    public static final String MATCHING_TIME_NS = "matchingTimeNs";

    /** Counter: events that came again and were dropped; those with seq 0 are not told apart. */
    public static final String REPEATED_EVENTS = "repeatedEvents";

    /** Counter: events that came before one of a lower seq and had to wait. */
    public static final String EARLY_EVENTS = "earlyEvents";

    /** Gauge: events that wait in this subtask. After a restore it counts a symbol once that is heard of. */
    public static final String HELD_BACK_EVENTS = "heldBackEvents";

    /** Counter: how often a symbol began to wait for a missing event. Most close by themselves. */
    public static final String GAPS = "gaps";

    /** Counter: events that the history gave because the stream did not. */
    public static final String HISTORY_EVENTS = "historyEvents";

    /** Counter, by {@link #KIND} and {@link #STATE}: alerts raised and cleared. */
    public static final String ALERTS = "alerts";

    /** Counter: what detectors found and no budget admitted. */
    public static final String REFUSED_ALERTS = "refusedAlerts";

    /** Counter, by {@link #OUTCOME}: alerts that an advisor was to be asked about. */
    public static final String ADVICE = "advice";

    /** Gauge: symbols on the heap of this subtask. */
    public static final String WATCHED_SYMBOLS = "watchedSymbols";

    /** Counter, by {@link #ACTION}: replenishment suggestions made. */
    public static final String SUGGESTIONS = "suggestions";

    /** Counter: forecasts scored, one per closed day, account and model. */
    public static final String FORECAST_SCORES = "forecastScores";

    /**
     * Counter, by {@link #MODEL}: how far forecasts missed, up or down, in units of 10⁻⁴. Over {@link #SCORED_DEMAND} of
     * the same model it is the weighted absolute percentage error.
     */
    public static final String FORECAST_ERROR = "forecastError";

    /** Counter, by {@link #MODEL}: the demand of which there was a forecast, in units of 10⁻⁴. */
    public static final String SCORED_DEMAND = "scoredDemand";

    /** Counter: issues of stock that were told after their day had closed, and forecast nothing. */
    public static final String LATE_FACTS = "lateFacts";

    /** Counter: stock policies of accounts beyond those that may plan one symbol. */
    public static final String POLICIES_NOT_KEPT = "policiesNotKept";

    /** Counter, by {@link #REASON}: transactions booked. */
    public static final String TRANSACTIONS = "transactions";

    /** Counter: transfers of those transactions. */
    public static final String TRANSFERS = "transfers";

    /** Counter: records of usage, one per account, meter and hour. */
    public static final String USAGE_RECORDS = "usageRecords";

    /** Label: what a suggestion asks for. */
    public static final String ACTION = "action";

    /** Label: what forecast. */
    public static final String MODEL = "model";

    /** Label: what an alert is about. */
    public static final String KIND = "kind";

    /** Label: whether an alert was raised or cleared. */
    public static final String STATE = "state";

    /** Label: what became of a question. */
    public static final String OUTCOME = "outcome";

    /** Label: the name of an event's type. */
    public static final String TYPE = "type";

    /** Label: why. */
    public static final String REASON = "reason";

    private MetricNames() {}
}
