package io.stockmate.core.projection;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.Described;
import io.stockmate.core.message.FieldSink;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.message.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at, as one of its two alerts tells it; one row per {@code alertId}. Both say the same but for when:
 * put together, a row holds what either knows, so an issue that is over stays so whatever arrives later.
 *
 * @param raisedAt book time, epoch milliseconds UTC; absent in what its end alone tells
 * @param clearedAt as {@code raisedAt}; absent while it goes on
 */
public record IssueSummary(
        String alertId,
        String symbol,
        AlertKind kind,
        Severity severity,
        String recipient,
        @Nullable String account,
        long raisedAt,
        long clearedAt,
        long observed,
        long expected,
        long score,
        String advice,
        @Nullable String ruleId)
        implements Described {
    public static IssueSummary of(Alert alert) {
        boolean cleared = alert.state() == AlertState.CLEARED;
        return new IssueSummary(
                alert.alertId(),
                alert.symbol(),
                alert.kind(),
                alert.severity(),
                alert.recipient(),
                alert.account(),
                cleared ? Absent.NUMBER : alert.ts(),
                cleared ? alert.ts() : Absent.NUMBER,
                alert.observed(),
                alert.expected(),
                alert.score(),
                alert.advice(),
                alert.ruleId());
    }

    @Override
    public void write(FieldSink sink) {
        sink.text("alertId", alertId);
        sink.text("symbol", symbol);
        sink.code("kind", kind);
        sink.code("severity", severity);
        sink.text("recipient", recipient);
        sink.text("account", account);
        sink.time("raisedAt", raisedAt);
        sink.time("clearedAt", clearedAt);
        sink.decimal("observed", observed);
        sink.decimal("expected", expected);
        sink.decimal("score", score);
        sink.text("advice", advice);
        sink.text("ruleId", ruleId);
    }

    public static IssueSummary read(FieldSource source) {
        return new IssueSummary(
                source.reference("alertId"),
                source.reference("symbol"),
                source.code("kind", AlertKind.class),
                source.code("severity", Severity.class),
                source.id("recipient"),
                source.optionalText("account"),
                source.optionalTime("raisedAt"),
                source.optionalTime("clearedAt"),
                source.decimal("observed"),
                source.decimal("expected"),
                source.decimal("score"),
                source.text("advice"),
                source.optionalId("ruleId"));
    }
}
