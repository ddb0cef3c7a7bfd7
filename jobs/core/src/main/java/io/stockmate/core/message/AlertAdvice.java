package io.stockmate.core.message;

/**
 * What an advisor answered to an alert. Not derived from the log: another run may have other answers, or none, so
 * nothing is derived from it. The same question may be answered twice.
 *
 * @param ts book time of the alert, epoch milliseconds UTC
 * @param lastSeq the event at which the alert was raised
 * @param advisor who answered
 * @param advice as it came
 */
public record AlertAdvice(String symbol, long ts, String alertId, long lastSeq, String advisor, String advice)
        implements Described {
    /** The answer to an alert. */
    public static AlertAdvice to(Alert alert, String advisor, String advice) {
        return new AlertAdvice(alert.symbol(), alert.ts(), alert.alertId(), alert.lastSeq(), advisor, advice);
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("symbol", symbol);
        sink.time("ts", ts);
        sink.text("alertId", alertId);
        sink.integer("lastSeq", lastSeq);
        sink.text("advisor", advisor);
        sink.text("advice", advice);
    }

    public static AlertAdvice read(FieldSource source) {
        return new AlertAdvice(
                source.reference("symbol"),
                source.time("ts"),
                source.reference("alertId"),
                source.integer("lastSeq"),
                source.text("advisor"),
                source.document("advice"));
    }
}
