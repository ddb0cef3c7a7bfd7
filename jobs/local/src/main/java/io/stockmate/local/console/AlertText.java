package io.stockmate.local.console;

import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Decimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Alerts in one line each, for people. */
public final class AlertText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AlertText() {}

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
