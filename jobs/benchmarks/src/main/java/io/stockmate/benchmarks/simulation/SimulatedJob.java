package io.stockmate.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A job as Flink runs it: readers of shards, tasks that share the keys, and between each reader and each task a channel
 * in which barriers part what belongs to a checkpoint from what does not. Each call of {@link #step} does one small
 * thing that could come next. A crash forgets all but the newest checkpoint that was completed, from which other
 * numbers of readers and tasks may go on.
 */
final class SimulatedJob<T> {
    private static final int WORKERS_MAX = 3;
    /** Of a job's things, by how often they are drawn. */
    private static final int KINDS = 12;

    private static final int POSTED_EACH = 8;
    private static final int TRIGGERED_EACH = 20;
    private static final int ABORTED_EACH = 10;

    private final String name;
    private final Topic<T> input;
    private final Function<T, String> key;
    private final Function<KeyedState, Work<T>> work;
    private final Sinks sinks;
    private final Mechanisms mechanisms;
    private final SplittableRandom random;
    private final List<Reader<T>> readers = new ArrayList<>();
    private final List<Task<T>> tasks = new ArrayList<>();
    private Checkpoint newest = Checkpoint.NONE;
    private @Nullable Checkpoint pending;
    private long lastCheckpoint;
    private int lives;

    SimulatedJob(
            String name,
            Topic<T> input,
            Function<T, String> key,
            Function<KeyedState, Work<T>> work,
            Sinks sinks,
            Mechanisms mechanisms,
            SplittableRandom random) {
        this.name = name;
        this.input = input;
        this.key = key;
        this.work = work;
        this.sinks = sinks;
        this.mechanisms = mechanisms;
        this.random = random;
        start();
    }

    /** Ends whatever it was at. */
    void crash() {
        start();
    }

    private void start() {
        lives++;
        pending = null;
        readers.clear();
        tasks.clear();
        if (mechanisms.commitsRestored()) {
            newest.transactions().forEach(transaction -> sinks.commit(transaction, mechanisms));
        }
        int parallelism = 1 + random.nextInt(WORKERS_MAX);
        for (int number = 0; number < parallelism; number++) {
            int own = number;
            KeyedState state = new KeyedState();
            state.add(newest.state(), symbol -> taskOf(symbol, parallelism) == own);
            String transactions = name + "-" + lives + "-" + number + "-";
            tasks.add(new Task<>(transactions, state, work, sinks, mechanisms, random));
        }
        int split = 1 + random.nextInt(WORKERS_MAX);
        for (int number = 0; number < split; number++) {
            readers.add(new Reader<>(input, number, split, newest, mechanisms, random));
        }
        tasks.forEach(task -> task.reads(readers.size()));
    }

    private static int taskOf(String symbol, int tasks) {
        return Math.floorMod(symbol.hashCode(), tasks);
    }

    /** Does one thing, of the kind that is drawn; returns whether there was one. */
    boolean step() {
        int kind = random.nextInt(KINDS);
        return switch (kind) {
            case 0 -> coordinate();
            case 1 -> anyOf(tasks, random.nextInt(POSTED_EACH) > 0 ? Task::commit : Task::post);
            case 2 -> random.nextBoolean() ? tell() : anyOf(readers, this::report);
            case 3, 4, 5 -> anyOf(readers, reader -> reader.read(this::offer));
            case 6, 7, 8 -> anyOf(tasks, Task::publish);
            default -> anyOf(tasks, task -> task.take(pending));
        };
    }

    private <W> boolean anyOf(List<W> workers, Predicate<W> thing) {
        int first = random.nextInt(workers.size());
        for (int place = first; place < first + workers.size(); place++) {
            if (thing.test(workers.get(place % workers.size()))) {
                return true;
            }
        }
        return false;
    }

    private boolean offer(int reader, T record) {
        return tasks.get(taskOf(key.apply(record), tasks.size())).offer(reader, record);
    }

    /** A reader that has heard of a checkpoint puts its barrier behind what it has read. */
    private boolean report(Reader<T> reader) {
        Checkpoint checkpoint = pending;
        if (checkpoint == null || reader.hasReported(checkpoint)) {
            return false;
        }
        reader.report(checkpoint);
        tasks.forEach(task -> task.barrier(reader.number(), checkpoint.id()));
        return true;
    }

    private boolean coordinate() {
        Checkpoint checkpoint = pending;
        if (checkpoint == null) {
            if (random.nextInt(TRIGGERED_EACH) == 0) {
                pending = Checkpoint.of(++lastCheckpoint, readers.size() + tasks.size());
            }
            return false;
        }
        if (random.nextInt(TRIGGERED_EACH * ABORTED_EACH) == 0) {
            pending = null;
            tasks.forEach(Task::unblock);
            return true;
        }
        if (!checkpoint.isAcknowledged()) {
            return false;
        }
        newest = checkpoint;
        pending = null;
        return true;
    }

    /** Tells a reader or a task of the newest completed checkpoint: late, and of some never. */
    private boolean tell() {
        return anyOf(readers, reader -> reader.completed(newest)) || anyOf(tasks, task -> task.completed(newest.id()));
    }

    /** Whether all that was written by now has been read, and all that it led to has been written. */
    boolean rests() {
        return readers.stream().allMatch(Reader::rests) && tasks.stream().allMatch(Task::rests);
    }
}
