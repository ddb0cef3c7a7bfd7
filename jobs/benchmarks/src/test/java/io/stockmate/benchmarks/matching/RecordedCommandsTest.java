package io.stockmate.benchmarks.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.benchmarks.book.BookBench;
import io.stockmate.benchmarks.book.HashedReports;
import io.stockmate.benchmarks.book.OrderFile;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.core.SharedData;
import io.stockmate.core.market.Market;
import io.stockmate.pipelines.matching.Inbound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flows as commands to a market, whose events have to report what the book alone reports. */
final class RecordedCommandsTest {
    @Test
    void changesOfEveryKindReportWhatTheBookReports() {
        WrittenFlow flow = new WrittenFlow()
                .buy(1, 10, 100)
                .buy(2, 10, 100)
                .sellAtOnce(3, 4, 100)
                .modify(1, 5, 100)
                .sellAtOnce(4, 12, 100)
                .modify(1, 20, 101)
                .modify(1, 30, 101)
                .reduce(1, 3)
                .move(1, 99)
                .move(1, 99)
                .sell(5, 7, 99)
                .reduce(1, 50)
                .reduce(1, 1)
                .modify(1, 1, 100)
                .move(1, 98)
                .cancel(1)
                .cancel(77)
                .modify(77, 3, 100)
                .buy(1, 8, 90)
                .reduce(1, 8)
                .sell(6, 5, 110)
                .modify(6, 4, 90)
                .cancel(6);

        assertThat(marketSha256(flow)).isEqualTo(bookSha256(flow));
    }

    @Test
    void edgeCasesReportWhatIsPublished() throws IOException {
        Path cases = SharedData.require("matching/cases");
        Map<String, String> published = new LinkedHashMap<>();
        Map<String, String> reported = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.require("matching/cases_sha256.txt"))) {
            String[] words = line.split(" +");
            published.put(words[1], words[0]);
            reported.put(words[1], marketSha256(OrderFile.read(cases.resolve(words[1]))));
        }

        assertThat(published).hasSize(34);
        assertThat(reported).isEqualTo(published);
    }

    @Test
    void orderBeyondTheLimitsOfTheMarketIsTold() {
        WrittenFlow flow = new WrittenFlow().buy(1, 10, 1_000_000_000_000L);

        assertThatThrownBy(() -> marketSha256(flow))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the market answered message 0 of the flow, a NEW, with REJECTED EXCEEDS_PRICE_LIMIT:"
                        + " it is outside the market's limits");
    }

    @Test
    void sequencesThatAreNoIdsAreRefused() {
        WrittenFlow flow = new WrittenFlow().buy(1, 10, 100).again();

        assertThatThrownBy(() -> new RecordedCommands(flow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("message 1 has sequence 1 after 1: sequences are ids and have to ascend");
    }

    private static String bookSha256(OrderFlow flow) {
        return new BookBench(flow, Market::emptyBook).sha256();
    }

    private static String marketSha256(OrderFlow flow) {
        RecordedCommands commands = new RecordedCommands(flow);
        HashedReports reports = new HashedReports();
        EventReports events = new EventReports(commands, reports);
        Market market = Market.open(RecordedCommands.RULES, RecordedCommands.SYMBOL);
        for (long commandSeq = 1; commandSeq <= commands.last(); commandSeq++) {
            Inbound inbound = commands.command(commandSeq);
            market.apply(inbound.command(), inbound.record().cause(), events::event);
        }
        return reports.sha256();
    }
}
