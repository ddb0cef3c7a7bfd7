package io.stockmate.core.anomaly;

import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.SetAlertRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The thresholds of a symbol: those set, else the kinds' own. */
final class Thresholds {
    private static final Threshold[] OWN =
            Arrays.stream(AlertKind.values()).map(Threshold::of).toArray(Threshold[]::new);

    private final EnumMap<AlertKind, Threshold> set = new EnumMap<>(AlertKind.class);

    Threshold of(AlertKind kind) {
        Threshold threshold = set.get(kind);
        return threshold == null ? OWN[kind.ordinal()] : threshold;
    }

    void set(SetAlertRule rule) {
        set.put(rule.kind(), Threshold.of(rule));
    }

    void write(StateOut out) throws IOException {
        out.number(set.size());
        for (Map.Entry<AlertKind, Threshold> entry : set.entrySet()) {
            out.number(entry.getKey().ordinal());
            out.number(entry.getValue().value());
            out.number(entry.getValue().windowMs());
            out.text(entry.getValue().ruleId());
        }
    }

    void read(StateIn in) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            AlertKind kind = AlertKind.values()[in.count()];
            set.put(kind, new Threshold(in.number(), in.number(), in.optionalText()));
        }
    }
}
