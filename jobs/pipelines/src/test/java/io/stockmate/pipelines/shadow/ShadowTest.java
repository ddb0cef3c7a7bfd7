package io.stockmate.pipelines.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.market.Market;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.lake.LogSelection;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two versions on one log: they agree, or the first event that differs is found. */
@ExtendWith(RecordedSessions.class)
class ShadowTest {
    private static final String TEXT = "UNKNOWN_ORDER";

    @TempDir
    static Path shared;

    private static RecordedSession session;
    private static Class<?> cancelRejects;

    @BeforeAll
    static void recordOnce(RecordedSessions sessions) throws Exception {
        session = sessions.of(7);
        cancelRejects = Class.forName(Market.class.getPackageName() + ".CancelRejects");
    }

    @Test
    void sameVersionGivesTheSameEvents() throws Exception {
        ShadowReport report = shadow(CandidateJars.equal());

        assertThat(report.problems()).isEmpty();
        assertThat(report.differences()).isEmpty();
        assertThat(report.symbols()).isEqualTo(5);
        assertThat(report.commands()).isEqualTo(session.commands().size() - 3);
        assertThat(report.events()).isEqualTo(published().size());
    }

    @Test
    void itsClassesAreItsOwn() throws Exception {
        try (Candidate candidate = Candidate.of(CandidateJars.equal())) {
            assertThat(candidate.market(Shadow.rules(session.rules()), "SKU-0"))
                    .isNotInstanceOf(ShadowMarket.class)
                    .hasSameClassAs(candidate.market(Shadow.rules(session.rules()), "SKU-1"));
        }
    }

    @Test
    void changeInOneClassIsFoundWhereItFirstShows() throws Exception {
        String other = TEXT.replace('_', '-');
        ShadowReport report = shadow(CandidateJars.changed(cancelRejects, TEXT, other, shared.resolve("changed.jar")));

        List<Event> told = published().stream()
                .filter(event -> event.body() instanceof OrderCancelReject reject && TEXT.equals(reject.text()))
                .sorted(Comparator.comparing(Event::symbol).thenComparing(Event::seq))
                .toList();
        Event expected = told.get(0);
        assertThat(report.differences())
                .hasSize((int) told.stream().map(Event::symbol).distinct().count());
        ShadowDifference first = report.differences().get(0);
        assertThat(first.symbol()).isEqualTo(expected.symbol());
        assertThat(first.seq()).isEqualTo(expected.seq());
        assertThat(first.current()).isEqualTo(JsonText.of(expected));
        assertThat(read(first.candidate()).chain()).isNotEqualTo(expected.chain());
        assertThat(first.candidate()).contains(other).doesNotContain(TEXT);
        assertThat(first.json()).contains("\"current\":{\"type\":", "\"candidate\":{\"type\":");
    }

    @Test
    void versionThatThrowsIsNamedWithTheCommand() throws Exception {
        List<Path> broken =
                CandidateJars.changed(Market.class, "commandSeq", "commandSek", shared.resolve("broken.jar"));
        assertThatThrownBy(() -> shadow(broken))
                .isInstanceOf(CandidateFailed.class)
                .hasMessageStartingWith("the candidate fails at SKU-0 commandSeq 1: java.lang.NoSuch");
    }

    @Test
    void eventThatOneVersionAloneGivesHasNoOther() {
        assertThat(new ShadowDifference("SKU-1", 7, "{}", null).json())
                .isEqualTo("{\"symbol\":\"SKU-1\",\"seq\":7,\"current\":{},\"candidate\":null}");
    }

    @Test
    void jarThatIsNoSuchVersionIsRefusedAndTheWayOutNamed() {
        List<Path> libraries = CandidateJars.equal().subList(3, 5);
        assertThatThrownBy(() -> shadow(libraries))
                .isInstanceOf(NoCandidate.class)
                .hasMessageContaining(ShadowMarket.class.getName())
                .hasMessageContaining("mvn -Pimage");
        assertThatThrownBy(() -> shadow(CandidateJars.withoutJson()))
                .isInstanceOf(NoCandidate.class)
                .hasMessageContaining("com/fasterxml/jackson");
        assertThatThrownBy(() -> shadow(List.of(shared.resolve("absent.jar"))))
                .isInstanceOf(NoCandidate.class)
                .hasMessageContaining("absent.jar");
    }

    private static ShadowReport shadow(List<Path> jars) throws Exception {
        try (Candidate candidate = Candidate.of(jars)) {
            return Shadow.run(session.lake(), session.rules(), LogSelection.ALL, candidate);
        }
    }

    private static List<Event> published() {
        return session.events().stream()
                .map(record -> new EventCodec().decode(record.data()))
                .distinct()
                .toList();
    }

    private static Event read(String json) {
        return new EventCodec().decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
