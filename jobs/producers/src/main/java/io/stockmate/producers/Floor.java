package io.stockmate.producers;

import io.stockmate.core.message.CommandBody;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Where the agents meet: the time, their one source of chance, their ids, and what they say in this step. */
final class Floor {
    private final SplittableRandom random;
    private final String runId;
    private List<Submission> said = new ArrayList<>();
    private long ids;
    private long time;

    Floor(long seed, String runId) {
        this.random = new SplittableRandom(seed);
        this.runId = runId;
    }

    /** Epoch milliseconds UTC. */
    long time() {
        return time;
    }

    void advance(long now) {
        time = Math.max(time, now);
    }

    /** An id that nobody has used, in this run or another. */
    String nextId() {
        return runId + "-" + ++ids;
    }

    void say(String symbol, String account, CommandBody body) {
        said.add(Submission.of(symbol, account, body));
    }

    void say(Submission submission) {
        said.add(submission);
    }

    int said() {
        return said.size();
    }

    /** Hands over what was said since the last call. */
    List<Submission> takeSaid() {
        List<Submission> taken = said;
        said = new ArrayList<>();
        return taken;
    }

    /** A number from {@code least} to {@code most}, both included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** True in {@code percent} of 100 cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** True in one of {@code n} cases. */
    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
