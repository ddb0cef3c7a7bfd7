package io.stockmate.producers;

import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.List;

/** Several producers as one, so that events are read and decoded once for all of them. */
public final class Producers implements Producer {
    private final List<Producer> members;

    public Producers(Producer... members) {
        this.members = List.of(members);
    }

    @Override
    public void observe(Event event) {
        members.forEach(member -> member.observe(event));
    }

    /** What the first says, then what the second says, and so on. */
    @Override
    public List<Submission> step(long time) {
        List<Submission> all = new ArrayList<>();
        members.forEach(member -> all.addAll(member.step(time)));
        return all;
    }

    /** Whether all are finished. */
    @Override
    public boolean isFinished() {
        return members.stream().allMatch(Producer::isFinished);
    }
}
