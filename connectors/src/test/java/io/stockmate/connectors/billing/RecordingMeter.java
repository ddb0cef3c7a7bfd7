package io.stockmate.connectors.billing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A strict meter that remembers all it counted. */
final class RecordingMeter implements MeterEvents {
    private final StrictMeter meter;
    private final List<MeterEvent> counted = new ArrayList<>();

    RecordingMeter(InstantSource clock) {
        meter = new StrictMeter(clock);
    }

    @Override
    public List<MeterAnswer> send(List<MeterEvent> events) {
        List<MeterAnswer> answers = meter.send(events);
        for (int i = 0; i < events.size(); i++) {
            if (answers.get(i).kind() == MeterAnswer.Kind.ACCEPTED) {
                counted.add(events.get(i));
            }
        }
        return answers;
    }

    List<MeterEvent> counted() {
        return counted;
    }
}
