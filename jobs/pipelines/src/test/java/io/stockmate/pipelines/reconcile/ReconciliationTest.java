package io.stockmate.pipelines.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Event;
import io.stockmate.pipelines.reconcile.DamagedLake.Key;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sound session is clean; what is wrong in streams and lake alike is found all the same. */
class ReconciliationTest extends SessionTrial {
    @Test
    void soundMarketIsClean() throws Exception {
        Verdict verdict = reconcile(session.commands(), session.events(), session.lake());

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.violationCount()).isZero();
        Accounts accounts = verdict.accounts();
        assertThat(accounts.addUp()).isTrue();
        assertThat(accounts.records()).isEqualTo(session.commands().size());
        assertThat(accounts.deadLetters()).isEqualTo(3);
        assertThat(accounts.repeated()).isPositive();
        assertThat(accounts.rejected()).isGreaterThan(5);
        assertThat(accounts.trades()).isGreaterThan(100);
        assertThat(accounts.events() + accounts.repeats())
                .isEqualTo(session.events().size());
    }

    @Test
    void eventThatIsWrongInStreamAndLakeAlikeIsNamedByItsChainAndByTheReplay() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("stock_level", "seq", SOMEWHERE).get(0);
        lake.rewrite(
                "stock_level",
                "SELECT * REPLACE (CASE WHEN " + is(row) + " THEN onOrder + 1 ELSE onOrder END AS onOrder) FROM rows");
        Event event = session.events().stream()
                .map(record -> CODEC.decode(record.data()))
                .filter(each -> each.symbol().equals(row.symbol()) && each.seq() == row.seq())
                .findFirst()
                .orElseThrow();
        List<ArrivedRecord> events = replaced(event, "\"onOrder\":0", "\"onOrder\":1");

        Verdict verdict = reconcile(session.commands(), events, lake.root());

        assertNamed(verdict, seq(row));
        assertThat(verdict.violations())
                .extracting(Violation::invariant)
                .containsExactlyInAnyOrder(Invariant.CHAIN_FOLLOWS, Invariant.COMMANDS_GIVE_THE_EVENTS);
    }

    @Test
    void eventThatIsNowhereIsNamed() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("top_of_book", "seq", SOMEWHERE).get(0);
        lake.rewrite("top_of_book", "SELECT * FROM rows WHERE NOT " + is(row));
        List<ArrivedRecord> events = new ArrayList<>(session.events());
        events.removeIf(record -> {
            Event event = CODEC.decode(record.data());
            return event.symbol().equals(row.symbol()) && event.seq() == row.seq();
        });

        Verdict verdict = reconcile(session.commands(), events, lake.root());

        assertNamed(verdict, seq(row));
        assertThat(verdict.violations()).extracting(Violation::invariant).contains(Invariant.NO_GAP);
    }
}
