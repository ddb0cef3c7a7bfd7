package io.stockmate.benchmarks.lobster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LobsterReplayTest {
    private static final String SYMBOL = "AAPL";
    private static final String OPERATOR = "OPS";

    @TempDir
    private Path folder;

    @Test
    void recordedDayComesOutAsTheExchangeToldIt() throws IOException {
        Path market = Path.of("../../../shared/data/market").toAbsolutePath().normalize();
        Path messages = market.resolve("AAPL_2012-06-21_message_10.csv");
        assumeTrue(Files.exists(messages), () -> "skipped: " + messages + " is not there");

        LobsterReport report = replay(LobsterDay.read(messages, market.resolve("AAPL_2012-06-21_orderbook_10.csv")));

        assertThat(report).isEqualTo(new LobsterReport(680, 318, 0, 90, 90, List.of()));
        assertThat(report.holds()).isTrue();
    }

    @Test
    void levelsThatEnterTheViewAreAdoptedAndThoseThatLeaveItForgotten() throws IOException {
        LobsterReport report = replay(
                day(
                        """
                1.0,1,1,5,100,1
                1.1,1,2,5,110,1
                1.2,3,2,5,110,1
                1.3,4,7,7,100,1
                """,
                        """
                200,9,100,5
                200,9,110,5
                200,9,100,7
                200,9,90,3
                """));

        assertThat(report).isEqualTo(new LobsterReport(1, 2, 0, 0, 0, List.of()));
    }

    @Test
    void executionsOfOneInstantAreOneOrderAndAreComparedOneByOne() throws IOException {
        LobsterReport report = replay(
                day(
                        """
                1.0,1,9,5,90,1
                1.1,1,1,5,100,1
                1.2,1,2,5,100,1
                1.3,4,1,5,100,1
                1.3,4,2,3,100,1
                """,
                        """
                200,9,90,5,210,9,80,1
                200,9,100,5,210,9,90,5
                200,9,100,10,210,9,90,5
                200,9,100,5,210,9,90,5
                200,9,100,2,210,9,90,5
                """));

        assertThat(report).isEqualTo(new LobsterReport(4, 0, 0, 2, 2, List.of()));
    }

    @Test
    void bookThatDiffersIsAContradictionThatNamesItsRow() throws IOException {
        LobsterReport report = replay(day(
                """
                1.0,1,1,5,100,1
                1.1,1,2,5,99,1
                """,
                """
                200,9,100,5,210,9,90,1
                200,9,100,5,210,9,99,6
                """));

        assertThat(report.contradictory()).isEqualTo(1);
        assertThat(report.holds()).isFalse();
        assertThat(report.findings()).singleElement().asString().startsWith("row 2: ");
    }

    @Test
    void orderTakenOutOfItsTurnIsNoHeadOfTheQueue() throws IOException {
        LobsterReport report = replay(
                day(
                        """
                1.0,1,9,5,90,1
                1.1,1,1,5,100,1
                1.2,1,2,5,100,1
                1.3,4,2,5,100,1
                """,
                        """
                200,9,90,5,210,9,80,1
                200,9,100,5,210,9,90,5
                200,9,100,10,210,9,90,5
                200,9,100,5,210,9,90,5
                """));

        assertThat(report.contradictory()).isZero();
        assertThat(report.trades()).isEqualTo(1);
        assertThat(report.headOfQueue()).isZero();
        assertThat(report.holds()).isFalse();
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() {
        assertThatThrownBy(() -> day("1.0,1,1,5,100,1\n", "200,9,100,5\n200,9,100,5\n"))
                .hasMessageContaining("1 rows")
                .hasMessageContaining("2;");
        assertThatThrownBy(() -> day("1.0,9,1,5,100,1\n", "200,9,100,5\n"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("event type 9");
    }

    private LobsterDay day(String messages, String levels) throws IOException {
        Path messageFile = Files.writeString(folder.resolve("message.csv"), messages);
        return LobsterDay.read(messageFile, Files.writeString(folder.resolve("orderbook.csv"), levels));
    }

    private static LobsterReport replay(LobsterDay day) {
        Market market = Market.open(MarketRules.of(List.of(OPERATOR), 0), SYMBOL);
        List<LobsterStep> steps = LobsterPlan.of(SYMBOL, OPERATOR, day);
        Map<Command, List<Event>> answers = new IdentityHashMap<>();
        for (LobsterStep step : steps) {
            for (List<Command> commands : List.of(step.before(), step.commands(), step.after(), step.forgotten())) {
                for (Command command : commands) {
                    List<Event> events = new ArrayList<>();
                    market.apply(command, new Cause("shard", "1", 0, 1), events::add);
                    answers.put(command, events);
                }
            }
        }
        return LobsterCheck.of(day, steps, answers::get);
    }
}
