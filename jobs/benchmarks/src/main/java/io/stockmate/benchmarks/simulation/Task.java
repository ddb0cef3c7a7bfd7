package io.stockmate.benchmarks.simulation;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works off what comes in its channels, and takes part in a checkpoint when its barrier has come in all of them. */
final class Task<T> implements Outbox {
    private static final int ROOM = 8;
    private static final int DISORDER = 4;
    private static final int REPEATED_EACH = 30;

    private record Barrier(long checkpoint) {}

    private record Channel(Deque<Object> waiting) {}

    private final String transactionNames;
    private final KeyedState state;
    private final Work<T> work;
    private final Sinks sinks;
    private final Mechanisms mechanisms;
    private final SplittableRandom random;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Channel> blocked = new ArrayList<>();
    private final List<Event> unpublished = new ArrayList<>();
    private final Deque<Lake.Transaction> uncommitted = new ArrayDeque<>();
    private final Deque<Transaction> unposted = new ArrayDeque<>();
    private List<Lake.Row> rows = new ArrayList<>();
    private long completed;
    private boolean changed;

    Task(
            String transactionNames,
            KeyedState state,
            Function<KeyedState, Work<T>> work,
            Sinks sinks,
            Mechanisms mechanisms,
            SplittableRandom random) {
        this.transactionNames = transactionNames;
        this.state = state;
        this.work = work.apply(state);
        this.sinks = sinks;
        this.mechanisms = mechanisms;
        this.random = random;
    }

    void reads(int readers) {
        for (int reader = 0; reader < readers; reader++) {
            channels.add(new Channel(new ArrayDeque<>()));
        }
    }

    boolean offer(int channel, T record) {
        Deque<Object> waiting = channels.get(channel).waiting();
        return waiting.size() < ROOM && waiting.add(record);
    }

    void barrier(int channel, long checkpoint) {
        channels.get(channel).waiting().add(new Barrier(checkpoint));
    }

    /** Takes what comes next in some channel that no barrier blocks. */
    @SuppressWarnings("unchecked") // a channel holds what offer() and barrier() put there
    boolean take(@Nullable Checkpoint pending) {
        Channel channel = channels.get(random.nextInt(channels.size()));
        if (channel.waiting().isEmpty() || blocked.contains(channel)) {
            return false;
        }
        Object next = channel.waiting().remove();
        if (!(next instanceof Barrier barrier)) {
            changed = true;
            if (next instanceof Event) {
                sinks.taken();
            }
            work.take((T) next, this);
        } else if (pending != null && barrier.checkpoint() == pending.id()) {
            blocked.add(channel);
            if (blocked.size() == channels.size()) {
                snapshot(pending);
            }
        }
        return true;
    }

    private void snapshot(Checkpoint checkpoint) {
        unblock();
        if (mechanisms.flushes()) {
            while (publish()) {
                // Until nothing is left.
            }
        }
        if (mechanisms.posts()) {
            while (post()) {
                // Until nothing is left.
            }
        }
        work.snapshot();
        if (!rows.isEmpty()) {
            uncommitted.add(new Lake.Transaction(transactionNames + checkpoint.id(), checkpoint.id(), rows));
            rows = new ArrayList<>();
        }
        checkpoint.state().add(state, key -> true);
        checkpoint.transactions().addAll(uncommitted);
        checkpoint.acknowledge();
        changed = false;
    }

    /** A checkpoint was given up, or all its barriers are here. */
    void unblock() {
        blocked.clear();
    }

    /** Returns whether it was news. */
    boolean completed(long checkpoint) {
        boolean news = checkpoint > completed;
        completed = checkpoint;
        return news;
    }

    /** Commits the oldest transaction of a completed checkpoint. */
    boolean commit() {
        Lake.Transaction next = uncommitted.peek();
        if (next == null || next.checkpoint() > completed) {
            return false;
        }
        sinks.commit(uncommitted.remove(), mechanisms);
        return true;
    }

    /** Publishes an event that is among the next ones, twice at times. */
    boolean publish() {
        if (unpublished.isEmpty()) {
            return false;
        }
        int place = random.nextInt(Math.min(DISORDER, unpublished.size()));
        sinks.publish(random.nextInt(REPEATED_EACH) == 0 ? unpublished.get(place) : unpublished.remove(place));
        return true;
    }

    /** Posts the oldest transaction to the database. */
    boolean post() {
        Transaction next = unposted.poll();
        if (next != null) {
            sinks.post(next, mechanisms);
        }
        return next != null;
    }

    boolean rests() {
        return !changed
                && unposted.isEmpty()
                && rows.isEmpty()
                && uncommitted.isEmpty()
                && unpublished.isEmpty()
                && channels.stream()
                        .allMatch(channel -> channel.waiting().stream().allMatch(Barrier.class::isInstance));
    }

    @Override
    public void row(String table, String symbol, Object content) {
        rows.add(new Lake.Row(table, symbol, content));
    }

    @Override
    public void publish(Event event) {
        unpublished.add(event);
    }

    @Override
    public void post(Transaction transaction) {
        unposted.add(transaction);
    }
}
