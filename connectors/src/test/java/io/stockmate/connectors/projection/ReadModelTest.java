package io.stockmate.connectors.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.ConfirmPayment;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.PaymentStatus;
import io.stockmate.core.message.Severity;
import io.stockmate.core.message.Side;
import io.stockmate.core.projection.Tape;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ReadModelTest {
    private static final long PRICE = 10_0000;
    private static final String LISTS =
            "select account, list_id, currency, orders, working, filled, order_qty, cum_qty, amount, state"
                    + " from view.order_list order by 1, 2";

    @RegisterExtension
    static final ViewDatabase DATABASE = new ViewDatabase();

    private final Tape tape = new Tape("MUG");

    @Test
    void aCartIsSummedUpOverItsOrdersAndSymbols() throws SQLException {
        Tape other = new Tape("CUP");
        tape.limit("SHOP", "s-1", Side.SELL, 3, PRICE, null).limit("ANN", "a-1", Side.BUY, 2, PRICE, "cart");
        other.limit("ANN", "a-2", Side.BUY, 5, PRICE, "cart");
        write(tape.events());
        write(other.events());
        assertThat(DATABASE.tables().query(LISTS)).containsExactly("ANN|cart|EUR|2|1|1|7|2|20.0000|WORKING");

        other.cancel("ANN", "a-3", "a-2");
        write(other.events());
        assertThat(DATABASE.tables().query(LISTS)).containsExactly("ANN|cart|EUR|2|0|1|7|2|20.0000|PARTIALLY_FILLED");
    }

    @Test
    void aCartIsFilledWhenAllItsOrdersAre() throws SQLException {
        tape.limit("SHOP", "s-1", Side.SELL, 3, PRICE, null).limit("ANN", "a-1", Side.BUY, 2, PRICE, "cart");
        write(tape.events());
        assertThat(DATABASE.tables().query("select state from view.order_list")).containsExactly("FILLED");
    }

    @Test
    void whatWasBoughtShowsAsNotPaidUntilAllOfItIsCaptured() throws SQLException {
        String unpaid = "select order_id, account, cl_ord_id, amount, paid, failures from view.orders_not_paid";
        tape.limit("SHOP", "s-1", Side.SELL, 3, PRICE, null)
                .limit("ANN", "a-1", Side.BUY, 2, PRICE, null)
                .limit("ANN", "a-2", Side.BUY, 2, PRICE - 1, null)
                .cancel("ANN", "a-3", "a-2");
        write(tape.events());
        String order = bought();
        assertThat(DATABASE.tables().query(unpaid)).containsExactly(order + "|ANN|a-1|20.0000|0|0");

        tape.send("ANN", new ConfirmPayment("p-1", order, 20_0000, PaymentStatus.FAILED))
                .send("ANN", new ConfirmPayment("p-2", order, 15_0000, PaymentStatus.CAPTURED));
        write(tape.events());
        assertThat(DATABASE.tables().query(unpaid)).containsExactly(order + "|ANN|a-1|20.0000|15.0000|1");

        tape.send("ANN", new ConfirmPayment("p-3", order, 5_0000, PaymentStatus.CAPTURED));
        write(tape.events());
        assertThat(DATABASE.tables().query(unpaid)).isEmpty();
    }

    @Test
    void whatOthersSayOfAPaymentHidesNothing() throws SQLException {
        tape.limit("SHOP", "s-1", Side.SELL, 3, PRICE, null).limit("ANN", "a-1", Side.BUY, 2, PRICE, null);
        write(tape.events());
        String order = bought();
        tape.send("ANN", new ConfirmPayment("p-1", order, 20_0000, PaymentStatus.FAILED));
        write(tape.events());
        // Of an order that matching has forgotten, anyone's payment is taken.
        DATABASE.tables()
                .execute("insert into view.payment (symbol, account, payment_id, seq, ts, order_id, amount, status)"
                        + " values ('MUG', 'BOB', 'p-2', 90, now(), '" + order + "', 20, 'CAPTURED'),"
                        + " ('MUG', 'EVE', 'p-3', 91, now(), '" + order + "', 20, 'FAILED')");

        assertThat(DATABASE.tables().query("select account, count(*) from view.payment group by account order by 1"))
                .containsExactly("ANN|1", "BOB|1", "EVE|1");
        assertThat(DATABASE.tables().query("select order_id, account, paid, failures from view.orders_not_paid"))
                .containsExactly(order + "|ANN|0|1");
    }

    private static String bought() throws SQLException {
        return DATABASE.tables()
                .query("select order_id from view.order_status where cl_ord_id = 'a-1'")
                .get(0);
    }

    @Test
    void aNameWithU0000FromAnOldLogIsShownWithoutIt() throws SQLException {
        long none = Absent.NUMBER;
        tape.send(
                Tape.OPERATOR,
                new DefineInstrument(
                        "a\0b", null, "EUR", 100, 1, 1_000, 0, true, true, none, none, none, none, none, none));
        write(tape.events());

        assertThat(DATABASE.tables().query("select name from view.instrument")).containsExactly("a\ufffdb");
    }

    @Test
    void anIssueThatIsOverStaysSo() throws SQLException {
        Alert raised = alert(AlertState.RAISED, 1_000);
        Alert cleared = alert(AlertState.CLEARED, 2_000);
        String issues =
                "select alert_id, state, extract(epoch from raised_at)::int, extract(epoch from cleared_at)::int"
                        + " from view.issue_summary";
        for (List<Alert> told : List.of(
                List.of(raised, cleared, raised, cleared),
                List.of(cleared, raised),
                List.of(cleared, cleared, raised, raised))) {
            DATABASE.clear();
            DATABASE.tables().write(Projections.issueSummary(), told);
            assertThat(DATABASE.tables().query(issues)).containsExactly("MUG-FAT_FINGER-7|CLEARED|1|2");
        }
        DATABASE.clear();
        DATABASE.tables().write(Projections.issueSummary(), List.of(raised, raised));
        assertThat(DATABASE.tables().query(issues)).containsExactly("MUG-FAT_FINGER-7|RAISED|1|null");
    }

    private static Alert alert(AlertState state, long ts) {
        return new Alert(
                "MUG",
                ts,
                "MUG-FAT_FINGER-7",
                AlertKind.FAT_FINGER,
                Severity.MAJOR,
                state,
                "risk",
                "ANN",
                15_0000,
                10_0000,
                50_0000,
                "{}",
                "Ask whether the price is meant.",
                "select 1",
                null,
                7,
                7);
    }

    private void write(List<Event> events) throws SQLException {
        for (Projection<Event> projection : Projections.ofEvents()) {
            DATABASE.tables().write(projection, events);
        }
    }
}
