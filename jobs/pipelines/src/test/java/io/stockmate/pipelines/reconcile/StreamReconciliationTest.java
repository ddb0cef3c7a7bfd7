package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One wrong record of a stream is found and named, and nothing else is. */
class StreamReconciliationTest extends SessionTrial {
    @Test
    void eventThatWasNotPublishedIsNamed() throws Exception {
        Event event = event(300);
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.removeIf(record -> CODEC.decode(record.data()).equals(event));

        assertNamed(reconcile(session.commands(), events, session.lake()), place(event));
    }

    @Test
    void equalRepeatIsNoViolationAndAnUnequalOneIsNamed() throws Exception {
        Event event = event(301);
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.add(record(event));
        assertThat(reconcile(session.commands(), events, session.lake()).violations())
                .isEmpty();

        events.add(record(new Event(event.header(), event.chain() + 1, event.cause(), event.body())));
        assertNamed(reconcile(session.commands(), events, session.lake()), place(event));
    }

    @Test
    void publishedValueThatIsOffByOneUnitIsNamed() throws Exception {
        for (int at : List.of(17, 302, 555)) {
            Event event = event(at);
            List<ArrivedRecord> events = replaced(
                    event,
                    "\"ts\":" + event.header().ts(),
                    "\"ts\":" + (event.header().ts() + 1));

            assertNamed(reconcile(session.commands(), events, session.lake()), place(event));
        }
    }

    @Test
    void publishedCauseThatArrivedAtAnotherTimeIsNamedWithBothTimes() throws Exception {
        Event event = event(302);
        Cause cause = event.cause();
        Cause later = new Cause(cause.shardId(), cause.sequenceNumber(), cause.subSequence(), cause.arrivedAt() + 1);
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.replaceAll(record -> CODEC.decode(record.data()).equals(event)
                ? record(new Event(event.header(), event.chain(), later, event.body()))
                : record);

        Verdict verdict = reconcile(session.commands(), events, session.lake());

        assertNamed(verdict, place(event));
        assertThat(verdict.violations().get(0).text())
                .endsWith("its cause is " + Places.key(cause) + " arrivedAt " + later.arrivedAt() + " instead of "
                        + Places.key(cause) + " arrivedAt " + cause.arrivedAt());
    }

    @Test
    void publishedEventsThatChangedPlacesAreNamed() throws Exception {
        Event other = eventWithOneBefore(303);
        Event one = session.events().stream()
                .map(record -> CODEC.decode(record.data()))
                .filter(event -> event.symbol().equals(other.symbol()) && event.seq() == other.seq() - 1)
                .findFirst()
                .orElseThrow();
        List<ArrivedRecord> events = new ArrayList<>();
        for (ArrivedRecord record : session.events()) {
            Event event = CODEC.decode(record.data());
            if (event.equals(one)) {
                events.add(record(new Event(one.header(), other.chain(), one.cause(), other.body())));
            } else if (event.equals(other)) {
                events.add(record(new Event(other.header(), one.chain(), other.cause(), one.body())));
            } else {
                events.add(record);
            }
        }

        assertNamed(reconcile(session.commands(), events, session.lake()), place(one), place(other));
    }

    @Test
    void commandThatIsMissingDoubledChangedOrMovedInTheStreamIsNamed() throws Exception {
        Event answer = event(304);
        int at = indexOf(answer);
        String place = answer.symbol() + " commandSeq " + answer.header().commandSeq();
        List<ArrivedRecord> missing = new ArrayList<>(session.commands());
        ArrivedRecord command = missing.remove(at);
        assertNamed(reconcile(missing, session.events(), session.lake()), place);

        List<ArrivedRecord> doubled = new ArrayList<>(session.commands());
        doubled.add(at, command);
        assertNamed(reconcile(doubled, session.events(), session.lake()), place);

        List<ArrivedRecord> changed = new ArrayList<>(session.commands());
        changed.set(at, with(command, new String(command.data(), StandardCharsets.UTF_8).replace("}", " }")));
        assertNamed(reconcile(changed, session.events(), session.lake()), place);

        int next = at + 1;
        while (!session.commands().get(next).partitionKey().equals(command.partitionKey())) {
            next++;
        }
        ArrivedRecord second = session.commands().get(next);
        List<ArrivedRecord> moved = new ArrayList<>(session.commands());
        moved.set(at, with(command, new String(second.data(), StandardCharsets.UTF_8)));
        moved.set(next, with(second, new String(command.data(), StandardCharsets.UTF_8)));
        assertNamed(
                reconcile(moved, session.events(), session.lake()),
                place,
                answer.symbol() + " commandSeq " + (answer.header().commandSeq() + 1));
    }

    private static int indexOf(Event answer) {
        for (int at = 0; at < session.commands().size(); at++) {
            if (session.commands().get(at).cause().equals(answer.cause())) {
                return at;
            }
        }
        throw new AssertionError(answer.toString());
    }

    /** Of the events from a place in the stream on the first that is not its symbol's first: their order differs. */
    private static Event eventWithOneBefore(int place) {
        return session.events().stream()
                .skip(place)
                .map(record -> CODEC.decode(record.data()))
                .filter(event -> event.seq() > 1)
                .findFirst()
                .orElseThrow();
    }
}
