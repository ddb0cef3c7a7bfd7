package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoMarketTest {
    private static final int LATENCY_STEPS = 5;

    @Test
    void sameSeedAndSameEventsGiveTheSameSubmissions() {
        assertThat(submissions(7)).isEqualTo(submissions(7)).hasSizeGreaterThan(2_000);
    }

    @Test
    void anotherSeedGivesOtherSubmissions() {
        assertThat(submissions(8)).isNotEqualTo(submissions(7));
    }

    @Test
    void repeatedAndShuffledEventsChangeNothingOfWhatItKnows() {
        List<Event> events = new ArrayList<>();
        new Session(new DemoMarket(7, 100, "a"), LATENCY_STEPS, false).run(10_000, events::add);
        DemoMarket inOrder = new DemoMarket(1, 100, "b");
        events.forEach(inOrder::observe);

        DemoMarket shuffled = new DemoMarket(1, 100, "b");
        Random random = new Random(3);
        for (int from = 0; from < events.size(); from += 50) {
            List<Event> batch = new ArrayList<>(events.subList(from, Math.min(from + 50, events.size())));
            Event first = batch.get(0);
            Collections.shuffle(batch, random);
            if (from == 0) {
                events.subList(0, 500).stream()
                        .filter(event -> event.seq() == 1)
                        .forEach(shuffled::observe);
            }
            batch.forEach(shuffled::observe);
            shuffled.observe(first);
        }

        assertThat(texts(shuffled.step(Session.OPENED_AT + 10_000)))
                .isEqualTo(texts(inOrder.step(Session.OPENED_AT + 10_000)));
        assertThat(shuffled.workingOrders()).isEqualTo(inOrder.workingOrders()).isPositive();
    }

    @Test
    void keepsToItsRateFromTwentyToThousands() {
        for (int rate : new int[] {20, 100, 3_000}) {
            Session session = new Session(new DemoMarket(7, rate, "r"), LATENCY_STEPS, false);
            session.run(5_000, event -> {});
            long opening = session.demo().submitted();
            session.run(10_000, event -> {});
            assertThat(session.demo().submitted() - opening).isBetween(rate * 10L - 10, rate * 10L + 10);
        }
    }

    @Test
    void firstTradeComesWithinSecondsAndEveryKindOfEventWithinAMinute() {
        EnumSet<EventType> expected = EnumSet.allOf(EventType.class);
        expected.remove(EventType.TRADE_CORRECTED);
        for (long seed = 1; seed <= 5; seed++) {
            Session session = new Session(new DemoMarket(seed, 100, "r"), LATENCY_STEPS, false);
            Tally tally = new Tally();
            session.run(3_000, tally);
            assertThat(tally.trades).isNotEmpty();
            session.run(57_000, tally);
            assertThat(tally.events.keySet()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(tally.deliveries).isPositive();
            assertThat(session.market().deadLetters()).isNotEmpty();
        }
    }

    @Test
    void listsEverySymbolAtTheStartAndAgainUntilItHearsOfIt() {
        DemoMarket demo = new DemoMarket(7, 100, "r");

        assertThat(definitions(demo.step(0))).hasSize(19).contains("AMZN", "CSCO", "AAPL", "SKU-001", "SKU-016");
        assertThat(definitions(demo.step(4_999))).isEmpty();
        demo.observe(Events.top("AMZN", 1));
        assertThat(definitions(demo.step(5_000))).hasSize(18).doesNotContain("AMZN");
    }

    @Test
    void whoSawAnEarlierRunGoesOnFromThere() {
        List<Event> history = new ArrayList<>();
        Session session = new Session(new DemoMarket(7, 100, "first"), LATENCY_STEPS, true);
        session.run(30_000, history::add);
        int submittedBefore = session.submissions().size();

        DemoMarket second = new DemoMarket(7, 100, "second");
        session.restart(second, history);
        assertThat(second.workingOrders()).isGreaterThan(100);
        Tally tally = new Tally();
        session.run(30_000, tally);

        List<Submission> fresh = session.submissions()
                .subList(submittedBefore, session.submissions().size());
        assertThat(definitions(fresh.subList(0, 20))).isEmpty();
        assertThat(texts(fresh)).noneMatch(text -> text.contains("\"first-") && !text.contains("origClOrdId"));
        assertThat(tally.trades).hasSize(19);
        assertThat(tally.deliveries).isGreaterThan(20);
    }

    @Test
    void whoSawNothingOfAnEarlierRunDoesNotHarmIt() {
        Session session = new Session(new DemoMarket(7, 100, "first"), LATENCY_STEPS, false);
        session.run(30_000, event -> {});
        Tally tally = new Tally();
        session.restart(new DemoMarket(7, 100, "second"), List.of());
        session.run(60_000, tally);

        assertThat(tally.trades).hasSize(19);
        assertThat(tally.crossed).isZero();
    }

    @Test
    void refusesIdsThatWouldNotReadAndARateOfNothing() {
        assertThatThrownBy(() -> new DemoMarket(1, 100, "a b")).hasMessageContaining("'a b'");
        assertThatThrownBy(() -> new DemoMarket(1, 0, "a")).hasMessageContaining("rate is 0");
    }

    private static List<String> submissions(long seed) {
        Session session = new Session(new DemoMarket(seed, 100, "r"), LATENCY_STEPS, true);
        session.run(20_000, event -> {});
        return texts(session.submissions());
    }

    private static List<String> texts(List<Submission> submissions) {
        CommandCodec codec = new CommandCodec();
        return submissions.stream()
                .map(submission -> submission.partitionKey() + " "
                        + new String(submission.data(codec), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static Set<String> definitions(List<Submission> submissions) {
        return submissions.stream()
                .filter(Submission.OfCommand.class::isInstance)
                .map(submission -> ((Submission.OfCommand) submission).command())
                .filter(command -> command.body() instanceof DefineInstrument)
                .map(Command::symbol)
                .collect(Collectors.toSet());
    }
}
