package io.stockmate.local.console;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Notice;
import io.stockmate.core.message.ReplenishmentSuggestion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Alerts and suggestions in one line each, for people. */
public final class AlertText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AlertText() {}

    /** As {@link #line(Alert)}; of a suggestion book time (UTC), action, id and why. */
    public static String line(Notice notice) {
        if (notice instanceof Alert alert) {
            return line(alert);
        }
        ReplenishmentSuggestion suggestion = (ReplenishmentSuggestion) notice;
        return String.format(
                Locale.ROOT,
                "%s  %-7s  %s of %s: %d%s. %s",
                TIME.format(Instant.ofEpochMilli(suggestion.ts())),
                suggestion.action(),
                suggestion.suggestionId(),
                suggestion.account(),
                suggestion.qty(),
                suggestion.orderId() == null ? "" : " of " + suggestion.orderId(),
                suggestion.why());
    }

    /** Book time (UTC), severity, id, numbers and advice; of one that is over, that it is. */
    public static String line(Alert alert) {
        String account = alert.account() == null ? "" : " of " + alert.account();
        String numbers =
                "observed " + Decimal.toString(alert.observed()) + ", expected " + Decimal.toString(alert.expected());
        return String.format(
                Locale.ROOT,
                "%s  %-7s  %s%s: %s. %s",
                TIME.format(Instant.ofEpochMilli(alert.ts())),
                switch (alert.state()) {
                    case RAISED -> alert.severity().name();
                    case CLEARED -> "cleared";
                },
                alert.alertId(),
                account,
                numbers,
                alert.advice());
    }
}
