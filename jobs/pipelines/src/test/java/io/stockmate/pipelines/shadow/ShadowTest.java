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
import java.util.Map;
import java.util.function.Function;
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
        assertThat(report.agrees()).isTrue();
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
        ShadowReport report = shadow(broken);
        assertThat(report.failures())
                .as("all but the symbol that no instrument is defined for")
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure).contains(": java.lang.NoSuch"));
        assertThat(report.failures().get(0)).startsWith("the candidate fails at SKU-0, record shardId-");
        assertThat(report.agrees()).isFalse();
        assertThat(report.events()).isEqualTo(published().size());
    }

    /** Other versions call this one by these names: they are never changed. */
    @Test
    void otherVersionsRunThisOneByNamesThatStay() throws Exception {
        Object open = Class.forName("io.stockmate.pipelines.shadow.ShadowMarket")
                .getMethod("open", Map.class, String.class)
                .invoke(null, Map.of("operators", "OPS", "correctableMs", "604800000"), "MUG");
        byte[] definition =
                """
                {"type":"DefineInstrument","symbol":"MUG","account":"OPS","name":"Mug","currency":"EUR",                "tickSize":"0.01","lotSize":1,"maxOrderQty":1000,"leadTimeDays":0,"allowShort":false,"tracksStock":false}
                """
                        .getBytes(StandardCharsets.UTF_8);
        @SuppressWarnings("unchecked")
        Function<Map<String, Object>, List<Map.Entry<Long, String>>> market =
                (Function<Map<String, Object>, List<Map.Entry<Long, String>>>) open;
        List<Map.Entry<Long, String>> events = market.apply(Map.of(
                "shardId",
                "shardId-000000000000",
                "sequenceNumber",
                "1",
                "subSequence",
                0L,
                "arrivedAt",
                1_767_261_600_000L,
                "partitionKey",
                "MUG",
                "data",
                definition));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getKey()).isEqualTo(1L);
            assertThat(event.getValue()).contains("\"Accepted\"", "\"MUG\"");
        });
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
