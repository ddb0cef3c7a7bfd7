package io.stockmate.pipelines.runtime;

import java.util.Locale;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The operators of all jobs. The uid finds an operator's state again after a change of the job and is never changed;
 * the title is what the web UI and the metrics show, and the description what the web UI tells of a chosen operator.
 */
public enum Step {
    READ_COMMANDS("read-commands", "Read commands", "records of the stream commands"),
    RESTORE_RECORDS("restore-records", "Restore records", "a mirrored record's first time and place"),
    DECODE_COMMANDS("decode-commands", "Decode commands", "bytes to commands; what is none is a dead letter"),
    MATCH_ORDERS("match-orders", "Match orders", "each command applied to the market of its symbol"),
    PUBLISH_EVENTS("publish-events", "Publish events", "to the stream events"),
    SELECT_ORDER_STATUSES("select-order-statuses", "Select order statuses", "events that tell of an order"),
    REPORT_ORDER_STATUSES("report-order-statuses", "Report order statuses", "to the delivery stream order-status"),
    RECORD_EVENTS("record-events", "Record events", "events to rows of the lake"),
    WRITE_LAKE("write-lake", "Write lake", "rows to Parquet files, visible with each checkpoint"),
    READ_EVENTS("read-events", "Read events", "records of the stream events"),
    DECODE_EVENTS("decode-events", "Decode events", "bytes to events; what is none is a dead letter"),
    ORDER_EVENTS("order-events", "Order events", "each event once, those of a symbol in order; early ones wait"),
    WATCH_SYMBOLS("watch-symbols", "Watch symbols", "rules and detectors, an alert for what they find"),
    PUBLISH_ALERTS("publish-alerts", "Publish alerts", "to the stream alerts"),
    RECORD_ALERTS("record-alerts", "Record alerts", "alerts to rows of the lake"),
    ASK_FOR_ADVICE("ask-for-advice", "Ask for advice", "asks an advisor about an alert, which does not wait"),
    PLAN_DEMAND("plan-demand", "Plan demand", "forecasts, their scores and what is to be ordered"),
    PUBLISH_SUGGESTIONS("publish-suggestions", "Publish suggestions", "as alerts, to the stream alerts"),
    KEEP_BOOKS("keep-books", "Keep books", "transactions, transfers and usage that events give"),
    POST_TRANSACTIONS("post-transactions", "Post transactions", "to the ledger in Postgres, each once"),
    DELIVER_ACCOUNTING("deliver-accounting", "Deliver accounting", "to the delivery stream accounting"),
    BILL_USAGE("bill-usage", "Bill usage", "to the outbox of usage in Postgres"),
    SELECT_ROWS("select-rows", "Select rows", "events that change a read model"),
    UPDATE_ORDER_STATUS("update-order-status", "Update order status", "the read model order_status in Postgres"),
    UPDATE_STOCK_LEVEL("update-stock-level", "Update stock level", "the read model stock_level in Postgres"),
    UPDATE_TOP_OF_BOOK("update-top-of-book", "Update top of book", "the read model top_of_book in Postgres"),
    UPDATE_INSTRUMENT("update-instrument", "Update instrument", "the read model instrument in Postgres"),
    UPDATE_PAYMENT("update-payment", "Update payment", "the read model payment in Postgres"),
    UPDATE_ORDERS("update-orders", "Update orders", "the table orders in DynamoDB"),
    READ_ALERTS("read-alerts", "Read alerts", "records of the stream alerts"),
    DECODE_ALERTS("decode-alerts", "Decode alerts", "bytes to alerts; what is none is passed by"),
    SUMMARIZE_ISSUES("summarize-issues", "Summarize issues", "the read model issue_summary in Postgres");

    private final String uid;
    private final String title;
    private final String does;

    Step(String uid, String title, String does) {
        this.uid = uid;
        this.title = title;
        this.does = does;
    }

    /**
     * What writes a read model.
     *
     * @throws IllegalArgumentException if no operator does
     */
    public static Step updating(String table) {
        return valueOf("UPDATE_" + table.toUpperCase(Locale.ROOT));
    }

    public String uid() {
        return uid;
    }

    public String title() {
        return title;
    }

    private String description() {
        return title + ": " + does;
    }

    /** Gives a source, which has its uid and name, its description. */
    public <T> DataStream<T> describe(DataStream<T> source) {
        source.getTransformation().setDescription(description());
        return source;
    }

    /** Gives an operator its uid, name and description. */
    public <T> SingleOutputStreamOperator<T> mark(SingleOutputStreamOperator<T> operator) {
        return operator.uid(uid).name(title).setDescription(description());
    }

    /** Gives a sink its uid, name and description. */
    public <T> DataStreamSink<T> mark(DataStreamSink<T> sink) {
        return sink.uid(uid).name(title).setDescription(description());
    }
}
