package io.stockmate.benchmarks.matching;

import static io.stockmate.core.message.ExecType.CANCELED;
import static io.stockmate.core.message.ExecType.NEW;
import static io.stockmate.core.message.ExecType.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.benchmarks.book.BookBench;
import io.stockmate.benchmarks.book.HashedReports;
import io.stockmate.benchmarks.book.OrderFile;
import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.core.SharedData;
import io.stockmate.core.market.Market;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.pipelines.matching.Inbound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    void whateverTheMarketSaysOtherwiseIsReportedOtherwise() {
        WrittenFlow flow = new WrittenFlow()
                .buy(1, 10, 100)
                .buy(2, 10, 99)
                .modify(2, 12, 98)
                .cancel(1);
        String one = RecordedCommands.SYMBOL + "-2";
        String two = RecordedCommands.SYMBOL + "-3";
        Map<String, UnaryOperator<EventBody>> alterations = new LinkedHashMap<>();
        alterations.put("price", body -> of(NEW, body, r -> with(r, r.orderId(), 10, r.price() + 1, 10)));
        alterations.put("quantity", body -> of(NEW, body, r -> with(r, r.orderId(), 11, r.price(), 10)));
        alterations.put("order", body -> of(NEW, body, r -> with(r, one, 10, r.price(), 10)));
        alterations.put("price asked", body -> of(REPLACED, body, r -> with(r, two, 12, 97, 12)));
        alterations.put("quantity asked", body -> of(REPLACED, body, r -> with(r, two, 12, 98, 11)));
        alterations.put("order changed", body -> of(REPLACED, body, r -> with(r, one, 12, 98, 12)));
        alterations.put("price that was", body -> of(CANCELED, body, r -> with(r, one, 10, 99, 0)));
        alterations.put("order canceled", body -> of(CANCELED, body, r -> with(r, two, 10, 100, 0)));
        String right = marketSha256(flow);

        assertThat(right).isEqualTo(bookSha256(flow));
        alterations.forEach((what, alteration) ->
                assertThat(marketSha256(flow, alteration)).as(what).isNotEqualTo(right));
    }

    @Test
    void refusalCountsOnlyOfTheRequestForTheOrderAndBecauseItIsGone() {
        WrittenFlow flow =
                new WrittenFlow().buy(1, 10, 100).buy(2, 10, 99).cancel(1).cancel(1);
        String right = marketSha256(flow);
        String two = RecordedCommands.SYMBOL + "-3";

        assertThat(right).isEqualTo(bookSha256(flow));
        assertThat(marketSha256(flow, body -> with(body, two, null, null))).isNotEqualTo(right);
        assertThatThrownBy(() -> marketSha256(flow, body -> with(body, null, CxlRejReason.DUPLICATE, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("message 3 of the flow, a CANCEL, with DUPLICATE");
        assertThatThrownBy(() -> marketSha256(flow, body -> with(body, null, null, "3")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TOO_LATE to 3");
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
        return marketSha256(flow, UnaryOperator.identity());
    }

    /** What would be reported if the market said something else. */
    private static String marketSha256(OrderFlow flow, UnaryOperator<EventBody> altered) {
        RecordedCommands commands = new RecordedCommands(flow);
        HashedReports reports = new HashedReports();
        EventReports events = new EventReports(commands, reports);
        Market market = Market.open(RecordedCommands.RULES, RecordedCommands.SYMBOL);
        for (long commandSeq = 1; commandSeq <= commands.last(); commandSeq++) {
            Inbound inbound = commands.command(commandSeq);
            market.apply(
                    inbound.command(),
                    inbound.record().cause(),
                    event -> events.event(
                            new Event(event.header(), event.chain(), event.cause(), altered.apply(event.body()))));
        }
        return reports.sha256();
    }

    private static EventBody of(ExecType execType, EventBody body, UnaryOperator<ExecutionReport> altered) {
        return body instanceof ExecutionReport report && report.execType() == execType ? altered.apply(report) : body;
    }

    private static ExecutionReport with(
            ExecutionReport report, String orderId, long orderQty, long price, long leavesQty) {
        return new ExecutionReport(
                report.account(),
                report.clOrdId(),
                report.origClOrdId(),
                orderId,
                report.execType(),
                report.ordStatus(),
                report.side(),
                report.ordType(),
                orderQty,
                price,
                report.stopPx(),
                report.displayQty(),
                report.minQty(),
                report.timeInForce(),
                report.expireTime(),
                report.lastQty(),
                report.lastPx(),
                report.cumQty(),
                leavesQty,
                report.avgPx(),
                report.ordRejReason(),
                report.text(),
                report.listId(),
                report.category());
    }

    private static EventBody with(EventBody body, String orderId, CxlRejReason reason, String clOrdId) {
        return body instanceof OrderCancelReject reject
                ? new OrderCancelReject(
                        reject.account(),
                        clOrdId == null ? reject.clOrdId() : clOrdId,
                        reject.origClOrdId(),
                        orderId == null ? reject.orderId() : orderId,
                        reject.ordStatus(),
                        reason == null ? reject.cxlRejReason() : reason,
                        reject.cxlRejResponseTo(),
                        reject.text())
                : body;
    }
}
