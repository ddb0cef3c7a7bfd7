package io.stockmate.connectors.metrics;

/** The names of all metrics that are ours. Labels are metric groups of a key and a value. */
public final class MetricNames {
    /** Counter: records that arrived; of a shard, by {@link #SHARD_ID}, those that its source has emitted. */
    public static final String RECORDS = "records";

    /** Gauge, by {@link #SHARD_ID}: how old a shard's first unread record is; -1 before the first reply. */
    public static final String MILLIS_BEHIND_LATEST = "millisBehindLatest";

    /**
     * Gauge of a text, by {@link #SHARD_ID}: the sequence number of the last record emitted, also before a restore, and
     * empty before the first.
     */
    public static final String EMITTED_UP_TO = "emittedUpTo";

    /** Counter, by {@link #SHARD_ID}: requests that Kinesis refused for their rate. */
    public static final String THROTTLES = "throttles";

    /**
     * Gauge: milliseconds since the last checkpoint of the job completed. Where none has since the operator opened:
     * since the one that it was restored from began, or since it opened without one.
     */
    public static final String CHECKPOINT_AGE_MS = "checkpointAgeMs";

    /** Counter, by {@link #REASON}: records that could not be answered. */
    public static final String DEAD_LETTERS = "deadLetters";

    /** Counter: mirrored records that came again and were dropped. */
    public static final String REPEATED_RECORDS = "repeatedRecords";

    /** Counter: commands applied to a market, those of unknown symbols included. */
    public static final String COMMANDS = "commands";

    /** Counter: those of {@link #COMMANDS} that are new orders, also those that are refused or repeated. */
    public static final String ORDERS = "orders";

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

    /**
     * Histogram: from a command's arrival in its stream until an event that it made arrived in that of events, in
     * milliseconds, by the clocks of the streams. Of events that are new to the operator and have a seq; of a clone it
     * means nothing, since its commands keep the time of the market that they come from.
     */
    public static final String COMMAND_TO_EVENT_MS = "commandToEventMs";

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

    /**
     * Gauge: units whose trial balance in the database is not 0, as of the last look; -1 where there has been none or it
     * failed.
     */
    public static final String UNBALANCED_UNITS = "unbalancedUnits";

    /** Counter: rows that DynamoDB could not take at the moment. */
    public static final String ORDERS_PUT_AGAIN = "ordersPutAgain";

    /** Label: a shard of a stream. */
    public static final String SHARD_ID = "shardId";

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
