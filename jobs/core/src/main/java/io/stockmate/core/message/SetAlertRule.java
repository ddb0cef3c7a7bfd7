package io.stockmate.core.message;

/**
 * Sets or changes a rule of the anomaly job.
 */
public record SetAlertRule(String ruleId, String kind, long threshold, long windowSec) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("ruleId", ruleId);
        sink.text("kind", kind);
        sink.decimal("threshold", threshold);
        sink.integer("windowSec", windowSec);
    }

    public static SetAlertRule read(FieldSource source) {
        return new SetAlertRule(
                source.id("ruleId"), source.text("kind"), source.decimal("threshold"), source.integer("windowSec"));
    }

    @Override
    public String id() {
        return ruleId;
    }

    @Override
    public CommandType type() {
        return CommandType.SET_ALERT_RULE;
    }
}
