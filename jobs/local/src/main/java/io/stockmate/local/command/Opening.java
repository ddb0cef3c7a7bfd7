package io.stockmate.local.command;

import io.stockmate.core.message.Event;
import io.stockmate.producers.Producer;
import io.stockmate.producers.Submission;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A market opens before it trades: after its first words a producer is silent until the market has answered what was
 * said, or for {@value #PATIENCE_MS} ms. The first answers also take longer than all later ones, since a JVM loads its
 * classes by them.
 */
final class Opening implements Producer {
    static final long PATIENCE_MS = 10_000;

    private final Producer producer;
    private final BooleanSupplier answered;
    private long openedAt = Long.MIN_VALUE;
    private boolean open;

    Opening(Producer producer, BooleanSupplier answered) {
        this.producer = producer;
        this.answered = answered;
    }

    @Override
    public void observe(Event event) {
        producer.observe(event);
    }

    @Override
    public List<Submission> step(long time) {
        if (openedAt == Long.MIN_VALUE) {
            openedAt = time;
            return producer.step(time);
        }
        open = open || answered.getAsBoolean() || time - openedAt >= PATIENCE_MS;
        return open ? producer.step(time) : List.of();
    }

    @Override
    public boolean isFinished() {
        return producer.isFinished();
    }
}
