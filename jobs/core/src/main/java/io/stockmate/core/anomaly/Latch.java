package io.stockmate.core.anomaly;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whether an alert is up, so that it is raised once and cleared once. */
final class Latch {
    private @Nullable Finding raised;
    private long lastSeenTs;

    boolean isRaised() {
        return raised != null;
    }

    /** What raised it; null where it is not up. */
    @Nullable
    Finding found() {
        return raised;
    }

    /** Raises unless it is up already. */
    void raise(Moment now, Wording wording, Finding found) {
        lastSeenTs = now.ts();
        if (raised == null) {
            raised = now.raise(wording, found);
        }
    }

    /** What raised it is still so. */
    void seen(Moment now) {
        lastSeenTs = now.ts();
    }

    /** Clears if it is up. */
    void clear(Moment now, Wording wording) {
        if (raised != null) {
            now.clear(wording, raised);
            raised = null;
        }
    }

    /** Clears what has not been seen for the kind's window, or whose kind was switched off. */
    void expire(Moment now, Wording wording) {
        Threshold rule = now.rule(wording.kind());
        if (raised != null && (rule.isOff() || now.ts() >= lastSeenTs + rule.windowMs())) {
            clear(now, wording);
        }
    }

    void write(StateOut out) throws IOException {
        out.flag(raised != null);
        if (raised != null) {
            raised.write(out);
            out.number(lastSeenTs - raised.raisedTs());
        }
    }

    void read(StateIn in) throws IOException {
        raised = in.flag() ? Finding.read(in) : null;
        lastSeenTs = raised == null ? 0 : raised.raisedTs() + in.number();
    }
}
