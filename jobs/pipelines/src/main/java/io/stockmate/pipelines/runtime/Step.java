package io.stockmate.pipelines.runtime;

import java.util.Locale;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The operators of all jobs. The uid finds an operator's state again after a change of the job and is never changed;
 * the title is what the web UI and the metrics show.
 */
public enum Step {
    READ_COMMANDS("read-commands", "Read commands"),
    RESTORE_RECORDS("restore-records", "Restore records"),
    DECODE_COMMANDS("decode-commands", "Decode commands"),
    MATCH_ORDERS("match-orders", "Match orders"),
    PUBLISH_EVENTS("publish-events", "Publish events"),
    SELECT_ORDER_STATUSES("select-order-statuses", "Select order statuses"),
    REPORT_ORDER_STATUSES("report-order-statuses", "Report order statuses"),
    RECORD_EVENTS("record-events", "Record events"),
    WRITE_LAKE("write-lake", "Write lake"),
    READ_EVENTS("read-events", "Read events"),
    DECODE_EVENTS("decode-events", "Decode events"),
    ORDER_EVENTS("order-events", "Order events"),
    WATCH_SYMBOLS("watch-symbols", "Watch symbols"),
    PUBLISH_ALERTS("publish-alerts", "Publish alerts"),
    RECORD_ALERTS("record-alerts", "Record alerts"),
    ASK_FOR_ADVICE("ask-for-advice", "Ask for advice"),
    PLAN_DEMAND("plan-demand", "Plan demand"),
    PUBLISH_SUGGESTIONS("publish-suggestions", "Publish suggestions"),
    KEEP_BOOKS("keep-books", "Keep books"),
    POST_TRANSACTIONS("post-transactions", "Post transactions"),
    DELIVER_ACCOUNTING("deliver-accounting", "Deliver accounting"),
    BILL_USAGE("bill-usage", "Bill usage"),
    SELECT_ROWS("select-rows", "Select rows"),
    UPDATE_ORDER_STATUS("update-order-status", "Update order status"),
    UPDATE_STOCK_LEVEL("update-stock-level", "Update stock level"),
    UPDATE_TOP_OF_BOOK("update-top-of-book", "Update top of book"),
    UPDATE_INSTRUMENT("update-instrument", "Update instrument"),
    UPDATE_PAYMENT("update-payment", "Update payment"),
    UPDATE_ORDERS("update-orders", "Update orders"),
    READ_ALERTS("read-alerts", "Read alerts"),
    DECODE_ALERTS("decode-alerts", "Decode alerts"),
    SUMMARIZE_ISSUES("summarize-issues", "Summarize issues");

    private final String uid;
    private final String title;

    Step(String uid, String title) {
        this.uid = uid;
        this.title = title;
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

    /** Gives an operator its uid and name. */
    public <T> SingleOutputStreamOperator<T> mark(SingleOutputStreamOperator<T> operator) {
        return operator.uid(uid).name(title);
    }

    /** Gives a sink its uid and name. */
    public <T> DataStreamSink<T> mark(DataStreamSink<T> sink) {
        return sink.uid(uid).name(title);
    }
}
