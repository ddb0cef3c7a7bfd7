package io.stockmate.pipelines.whatif;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.connectors.wire.Decoded;
import io.stockmate.connectors.wire.DefinitionEdit;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.lake.LakeDifference;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.LakeTable;
import io.stockmate.lake.LakeWriter;
import io.stockmate.lake.LogSelection;
import io.stockmate.pipelines.matching.RecordedSession;
import io.stockmate.pipelines.matching.RecordedSessions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A log beside itself, with and without a change. */
@ExtendWith(RecordedSessions.class)
class WhatIfTest {
    private static final String SYMBOL = "SKU-2";
    private static final String ACCOUNT = "shop-2";

    @TempDir
    Path directory;

    private static RecordedSession session;

    @BeforeAll
    static void runOnce(RecordedSessions sessions) throws Exception {
        session = sessions.of(7);
    }

    @Test
    void nothingDiffersWithoutAChangeAndTheTablesAreTheLakesOwn() throws Exception {
        Path lake = directory.resolve("lake");
        WhatIfReport report;
        try (LakeWriter tables = LakeWriter.create(lake)) {
            report = WhatIf.run(session.lake(), session.rules(), LogSelection.ALL, List.of(), tables::put);
        }

        assertThat(report.problems()).isEmpty();
        assertThat(report.diverging()).isEmpty();
        assertThat(report.symbols())
                .allSatisfy(each -> assertThat(each.changed()).isEqualTo(each.logged()));
        for (LakeTable table : LakeTable.values()) {
            if (table != LakeTable.DEAD_LETTER) {
                assertThat(LakeDifference.between(session.lake(), lake, table, LogSelection.ALL))
                        .isEmpty();
            }
        }
    }

    @Test
    void talliesAreWhatTheLakeAddsUp() throws Exception {
        Tally tally = whatIf().total(SymbolWhatIf::logged);

        try (LakeQueries lake = LakeQueries.open(session.lake())) {
            assertThat(row(lake, "SELECT count(*), CAST(sum(qty) AS BIGINT), sum(price * qty) FROM trade"))
                    .containsExactly(
                            tally.trades() + undone(lake), tally.volume() + uncorrected(lake), turnover(lake, tally));
            assertThat(row(
                            lake,
                            "SELECT CAST(sum(orderQty - cumQty) AS BIGINT) FROM execution_report"
                                    + " WHERE category = 'no_match_buy'"))
                    .containsExactly(tally.unmet().longValueExact());
            assertThat(row(
                            lake,
                            "SELECT (SELECT count(*) FROM execution_report WHERE execType = 'REJECTED')"
                                    + " + (SELECT count(*) FROM order_cancel_reject"
                                    + " WHERE coalesce(text, '') <> 'DUPLICATE' OR cxlRejReason <> 6)"
                                    + " + (SELECT count(*) FROM business_reject WHERE reason <> 'DUPLICATE')"))
                    .containsExactly(tally.rejected());
            assertThat(row(
                            lake,
                            "SELECT count(*) FROM (SELECT onHand, lag(onHand) OVER (PARTITION BY symbol, account"
                                    + " ORDER BY seq) AS before FROM stock_level) WHERE before > 0 AND onHand <= 0"))
                    .containsExactly(tally.stockOuts());
        }
    }

    @Test
    void withoutAnAccountEachSymbolDiffersFromTheAccountsFirstCommandOn() throws Exception {
        WhatIfReport report = whatIf(new Change.Without(ACCOUNT));

        Map<String, Long> expected = answersToTheFirstCommandOf(ACCOUNT);
        assertThat(expected).isNotEmpty();
        assertThat(report.diverging()).hasSameSizeAs(expected.keySet()).allSatisfy(each -> {
            Divergence at = each.divergence().orElseThrow();
            assertThat(at.seq()).isEqualTo(expected.get(each.symbol()));
            assertThat(at.logged()).isNotEqualTo(at.changed());
            assertThat(((Accepted) requireNonNull(at.changed()).body()).kind()).isEqualTo("Tick");
        });
        assertThat(report.total(SymbolWhatIf::changed).trades())
                .isLessThan(report.total(SymbolWhatIf::logged).trades());
    }

    @Test
    void ordersOfOthersKeepTheirIds() throws Exception {
        Path lake = directory.resolve("lake");
        try (LakeWriter tables = LakeWriter.create(lake)) {
            WhatIf.run(
                    session.lake(),
                    session.rules(),
                    LogSelection.ALL,
                    List.of(new Change.Without(ACCOUNT)),
                    tables::put);
        }

        String ids = "SELECT account, clOrdId, orderId FROM execution_report WHERE execType = 'NEW' AND account <> '"
                + ACCOUNT + "' AND symbol = '" + SYMBOL + "' AND clOrdId IN (%s) ORDER BY seq";
        try (LakeQueries before = LakeQueries.open(session.lake());
                LakeQueries after = LakeQueries.open(lake)) {
            assertThat(row(
                            after,
                            "SELECT count(*) FROM execution_report WHERE account = '" + ACCOUNT + "' AND seq > 0"))
                    .containsExactly(0L);
            List<List<Object>> kept = after.ask(ids.formatted("SELECT clOrdId FROM execution_report"))
                    .rows();
            List<String> names =
                    kept.stream().map(row -> "'" + row.get(1) + "'").toList();
            assertThat(kept)
                    .isNotEmpty()
                    .isEqualTo(
                            before.ask(ids.formatted(String.join(",", names))).rows());
        }
    }

    @Test
    void definitionToldOtherwiseChangesItsSymbolAlone() throws Exception {
        WhatIfReport smaller = whatIf(set("maxOrderQty", "10"));

        assertThat(smaller.diverging()).singleElement().satisfies(each -> {
            assertThat(each.symbol()).isEqualTo(SYMBOL);
            assertThat(each.divergence().orElseThrow().seq()).isEqualTo(1);
            assertThat(each.changed().rejected()).isGreaterThan(each.logged().rejected());
            Divergence consequence = each.consequence().orElseThrow();
            assertThat(requireNonNull(consequence.changed()).body())
                    .isInstanceOfSatisfying(ExecutionReport.class, report -> {
                        assertThat(report.execType()).isEqualTo(ExecType.REJECTED);
                        assertThat(report.orderQty()).isGreaterThan(10);
                    });
        });
    }

    @Test
    void feesChangeTheDefinitionAndNoOrder() throws Exception {
        WhatIfReport report = whatIf(set("takerFeeBps", "7"), set("category", "phones"));

        assertThat(report.diverging()).singleElement().satisfies(each -> {
            assertThat(each.consequence()).isEmpty();
            assertThat(each.changed()).isEqualTo(each.logged());
            assertThat(((Accepted) requireNonNull(
                                            each.divergence().orElseThrow().changed())
                                    .body())
                            .body())
                    .contains("\"takerFeeBps\":7", "\"category\":\"phones\"");
        });
    }

    @Test
    void changesThatCannotBeMadeAreRefused() {
        assertThatThrownBy(() -> whatIf(new Change.Without("nobody")))
                .hasMessage("--without-account nobody concerns no command of this log");
        assertThatThrownBy(() -> whatIf(set("lotSize", "many"))).hasMessage("lotSize does not take many");
        assertThatThrownBy(() -> whatIf(set("lotSize", ""))).hasMessage("lotSize does not take to be absent");
        assertThatThrownBy(() -> whatIf(set("lotSize", "0")))
                .hasMessageStartingWith("the market refuses SKU-2's definition so changed: ");
        assertThatThrownBy(() -> new DefinitionEdit("serviceLevel", "1"))
                .hasMessageStartingWith("serviceLevel is no field of DefineInstrument, which has [name, ");
    }

    private static WhatIfReport whatIf(Change... changes) throws Exception {
        return WhatIf.run(session.lake(), session.rules(), LogSelection.ALL, List.of(changes), WhatIf.RowSink.NONE);
    }

    private static Change set(String field, String value) {
        return new Change.Defined(SYMBOL, new DefinitionEdit(field, value));
    }

    /** Per symbol the seq of the first event that is the answer, orders that expired before it left out. */
    private static Map<String, Long> answersToTheFirstCommandOf(String account) {
        Map<String, Cause> first = new HashMap<>();
        for (ArrivedRecord record : session.commands()) {
            if (new CommandCodec().decode(record) instanceof Decoded.Understood understood
                    && understood.command().account().equals(account)) {
                first.putIfAbsent(record.partitionKey(), record.cause());
            }
        }
        EventCodec codec = new EventCodec();
        Map<String, Long> answers = new HashMap<>();
        session.events().stream()
                .map(record -> codec.decode(record.data()))
                .filter(event -> event.cause().equals(first.get(event.symbol())) && !expires(event))
                .sorted(Comparator.comparingLong(Event::seq))
                .forEach(event -> answers.putIfAbsent(event.symbol(), event.seq()));
        return answers;
    }

    private static boolean expires(Event event) {
        return event.body() instanceof ExecutionReport report && report.execType() == ExecType.EXPIRED
                || event.body() instanceof StockLevel level && level.reason() == StockReason.RELEASE;
    }

    private static long undone(LakeQueries lake) {
        return (long) row(lake, "SELECT count(*) FROM trade_corrected WHERE newQty = 0")
                .get(0);
    }

    private static long uncorrected(LakeQueries lake) {
        return ((Number) row(lake, "SELECT coalesce(sum(oldQty - newQty), 0) FROM trade_corrected")
                        .get(0))
                .longValue();
    }

    private static BigDecimal turnover(LakeQueries lake, Tally tally) {
        BigDecimal corrections = (BigDecimal)
                row(lake, "SELECT coalesce(sum(oldPrice * oldQty - newPrice * newQty), 0) FROM trade_corrected")
                        .get(0);
        return new BigDecimal(tally.turnover(), 4).add(corrections);
    }

    private static List<Object> row(LakeQueries lake, String sql) {
        try (var answer = lake.ask(sql)) {
            return answer.rows().get(0);
        }
    }
}
