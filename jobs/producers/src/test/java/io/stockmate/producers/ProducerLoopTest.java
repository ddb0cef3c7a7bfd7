package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProducerLoopTest {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
    private final Feed feed = new Feed();
    private final Outlet outlet = new Outlet();
    private final Echo echo = new Echo();
    private ProducerLoop loop;

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void hearsEverythingBeforeItsFirstWord() throws InterruptedException {
        feed.batches.add(List.of(Events.top("AMZN", 1)));
        feed.batches.add(List.of(Events.top("AMZN", 2)));
        feed.caughtUpAfter = 2;
        echo.endsAfter = 1;
        start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(echo.heardBeforeFirstStep).isEqualTo(2);
    }

    @Test
    void countsWhatItPut() throws InterruptedException {
        echo.endsAfter = 3;
        start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(outlet.taken).containsExactly("1", "2", "3");
        assertThat(loop.submitted()).isEqualTo(3);
        assertThat(loop.submittedAsBytes()).isEqualTo(3);
        assertThat(loop.failures()).isZero();
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void putsAgainWhatAnOutageHeldUp() throws InterruptedException {
        echo.endsAfter = 3;
        outlet.failures = 2;
        start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(outlet.taken).containsExactly("1", "2", "3");
        assertThat(loop.failures()).isEqualTo(2);
        assertThat(reports).containsExactly("echo: no outlet, 100 ms", "echo: no outlet, 200 ms");
    }

    @Test
    void goesOnWhenItsFeedComesBack() throws InterruptedException {
        echo.endsAfter = 2;
        feed.failures = 1;
        start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(outlet.taken).containsExactly("1", "2");
        assertThat(reports).containsExactly("echo: no feed, 100 ms");
    }

    @Test
    void stopsAtOnceAndClosesBothEnds() throws InterruptedException {
        start(Duration.ofMinutes(10));
        assertThat(outlet.first.await(20, TimeUnit.SECONDS)).isTrue();

        long from = System.nanoTime();
        loop.close();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
        assertThat(loop.isRunning()).isFalse();
        assertThat(feed.closed).isTrue();
        assertThat(outlet.closed).isTrue();
    }

    @Test
    void stopsEvenWhileAnOutletHangs() throws InterruptedException {
        outlet.hangs = true;
        start();
        assertThat(outlet.first.await(20, TimeUnit.SECONDS)).isTrue();

        loop.close();
        assertThat(loop.isRunning()).isFalse();
        assertThat(outlet.closed).isTrue();
    }

    private void start() {
        start(PAUSE);
    }

    private void start(Duration pause) {
        loop = ProducerLoop.start(
                "echo",
                echo,
                feed,
                outlet,
                () -> 0,
                pause,
                (name, failure, retryIn) ->
                        reports.add(name + ": " + failure.getMessage() + ", " + retryIn.toMillis() + " ms"));
    }

    /** Says how often it has been asked. */
    private static final class Echo implements Producer {
        private int heard;
        private int steps;
        private int heardBeforeFirstStep;
        private int endsAfter = Integer.MAX_VALUE;

        @Override
        public void observe(Event event) {
            heard++;
        }

        @Override
        public List<Submission> step(long time) {
            if (steps == 0) {
                heardBeforeFirstStep = heard;
            }
            steps++;
            return List.of(new Submission.OfBytes("-", String.valueOf(steps).getBytes()));
        }

        @Override
        public boolean isFinished() {
            return steps >= endsAfter;
        }
    }

    private static final class Feed implements EventFeed {
        private final Queue<List<Event>> batches = new ArrayDeque<>();
        private int polls;
        private int caughtUpAfter;
        private int failures;
        private volatile boolean closed;

        @Override
        public List<Event> poll() {
            if (failures-- > 0) {
                throw new IllegalStateException("no feed");
            }
            polls++;
            return batches.isEmpty() ? List.of() : batches.remove();
        }

        @Override
        public boolean isCaughtUp() {
            return polls >= caughtUpAfter;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Outlet implements CommandOutlet {
        private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch first = new CountDownLatch(1);
        private int failures;
        private boolean hangs;
        private volatile boolean closed;

        @Override
        public void put(List<Submission> submissions) throws InterruptedException {
            first.countDown();
            if (hangs) {
                Thread.sleep(Long.MAX_VALUE);
            }
            if (failures-- > 0) {
                throw new IllegalStateException("no outlet");
            }
            submissions.forEach(submission -> taken.add(new String(((Submission.OfBytes) submission).bytes())));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
