package io.stockmate.pipelines.events;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.core.state.UnreadableState;
import io.stockmate.core.view.EventPosition;
import java.util.List;

/** How far a job has read a symbol's events. */
public final class PositionTargets implements FuzzTargets {
    @Override
    public List<FuzzTarget> all() {
        byte[] written = PositionBytes.write(new EventPosition(7, 8L));
        return List.of(new FuzzTarget("position", 1, List.of(written), PositionBytes::read, UnreadableState.class));
    }
}
