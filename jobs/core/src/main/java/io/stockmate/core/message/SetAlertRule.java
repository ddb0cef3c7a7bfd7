package io.stockmate.core.message;

/**
 * Sets the rule of a kind for the symbol, in place of the one that held before.
 *
 * @param threshold in the kind's unit; 0 switches the kind off
 * @param windowSec 0 for the kind's own window
 */
public record SetAlertRule(String ruleId, AlertKind kind, long threshold, long windowSec) implements CommandBody {
    @Override
    public void write(FieldSink sink) {
        sink.text("ruleId", ruleId);
        sink.code("kind", kind);
        sink.decimal("threshold", threshold);
        sink.integer("windowSec", windowSec);
    }

    public static SetAlertRule read(FieldSource source) {
        return new SetAlertRule(
                source.id("ruleId"),
                source.code("kind", AlertKind.class),
                source.decimal("threshold"),
                source.integer("windowSec"));
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
