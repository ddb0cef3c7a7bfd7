package io.stockmate.pipelines.reconcile;

import java.util.List;
import java.util.stream.Stream;

/** What holds of the streams, the lake and the books of a market, by number. */
public enum Invariant {
    RECORDS_ADD_UP(1, "records = commands accepted + rejected + repeated + dead letters"),
    LOG_IS_THE_STREAM(2, "every command in the stream is one row of the log, byte by byte, and every row is a command"),
    DEAD_LETTERS_ARE_COMPLETE(
            3, "every record that cannot be answered is one dead letter, and every dead letter is such"),
    REPEATS_SAY_THE_SAME(4, "an event that is published again says what it said before"),
    LAKE_HOLDS_WHAT_WAS_PUBLISHED(
            5, "every published event is one row of its table, equal in every value, and every row one event"),
    NO_GAP(6, "a symbol's events count from 1 without a gap, and its commands too"),
    CHAIN_FOLLOWS(7, "every chain follows from the event and the chain before it"),
    ORDERS_END_ONCE(8, "every order is in exactly one terminal status, or rests"),
    FILLS_ARE_EQUAL(
            9, "a trade, or its correction, its buyer's report and its seller's tell of the same quantity and price"),
    COMMANDS_GIVE_THE_EVENTS(10, "the commands, applied to the naive book, give these events and no others"),
    BOOKS_FOLLOW_THE_EVENTS(
            11,
            "the events, booked anew, give the transfers and the usage in the lake, equal in every value, and no"
                    + " others"),
    TRADES_ARE_BOOKED(12, "every trade moves price times quantity of money and its quantity of goods, once"),
    DATABASE_IS_THE_LAKE(
            13,
            "every transfer in the lake is in the database, where there is one, equal in every value, and no other is"),
    OUTBOX_HOLDS_THE_USAGE(14, "the usage that the events give is in the outbox, where there is one, and no other is"),
    READ_MODELS_FOLLOW(
            15,
            "orders, carts, payments, instruments, stock and top of book in the database, where there is one, are what"
                    + " the newest events tell"),
    ALERTS_FOLLOW_THE_EVENTS(16, "the events, looked at anew, raise and clear these alerts and no others"),
    FORECASTS_FOLLOW_THE_EVENTS(
            17, "the events, counted anew, give these days, forecasts, scores and suggestions and no others"),
    RUN_COMES_TO_ITS_END(18, "after the last fault everything is worked off, and nothing is left uncommitted"),
    DELIVERIES_FOLLOW_THE_EVENTS(
            19,
            "every status, transfer and record of usage that the events give was delivered, once or more, and nothing"
                    + " else");

    /** Those that a reconciliation of a market checks; the others are proved of runs. */
    public static final List<Invariant> OF_A_MARKET = Stream.of(values())
            .filter(invariant -> invariant.number() <= READ_MODELS_FOLLOW.number())
            .toList();

    /** Those that a database is needed for. */
    public static final List<Invariant> OF_THE_DATABASE =
            List.of(DATABASE_IS_THE_LAKE, OUTBOX_HOLDS_THE_USAGE, READ_MODELS_FOLLOW);

    private final int number;
    private final String statement;

    Invariant(int number, String statement) {
        this.number = number;
        this.statement = statement;
    }

    public int number() {
        return number;
    }

    /** What holds, in words. */
    public String statement() {
        return statement;
    }
}
