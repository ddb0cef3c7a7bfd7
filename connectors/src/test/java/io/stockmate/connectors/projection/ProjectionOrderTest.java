package io.stockmate.connectors.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Event;
import io.stockmate.core.projection.LatestRow;
import io.stockmate.core.projection.OrderStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events come at least once and, after a failure, again from further back: the tables must not show it. */
final class ProjectionOrderTest {
    private static final int COMMANDS = 150;

    @RegisterExtension
    static final ViewDatabase DATABASE = new ViewDatabase();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void repeatsInAnyOrderEndInTheSameTables(long seed) throws SQLException {
        List<Event> events = new ArrayList<>(RandomTape.events(seed, "AMZN", COMMANDS));
        events.addAll(RandomTape.events(seed + 1_000, "CSCO", COMMANDS));
        Map<String, List<String>> inOrder = tables(events);

        Random random = new Random(seed);
        List<Event> told = new ArrayList<>(events);
        for (int i = random.nextInt(events.size()); i > 0; i--) {
            told.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(told, random);
        DATABASE.clear();

        assertThat(tables(told)).isEqualTo(inOrder);
        assertThat(inOrder)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    @Test
    void theTableHoldsTheNewestRowOfEachOrder() throws SQLException {
        List<Event> events = RandomTape.events(77, "AMZN", COMMANDS);
        Map<String, OrderStatus> newest = new TreeMap<>();
        events.forEach(event -> {
            OrderStatus row = OrderStatus.of(event);
            if (row != null) {
                newest.merge(row.orderId(), row, ProjectionOrderTest::later);
            }
        });
        tables(events);
        assertThat(DATABASE.tables()
                        .query("select order_id, seq, account, cl_ord_id, ord_status, working, cum_qty"
                                + " from view.order_status"))
                .containsExactlyInAnyOrderElementsOf(newest.values().stream()
                        .map(row -> String.join(
                                "|",
                                row.orderId(),
                                Long.toString(row.seq()),
                                row.account(),
                                row.clOrdId(),
                                row.ordStatus().name(),
                                row.working() ? "t" : "f",
                                Long.toString(row.cumQty())))
                        .toList());
    }

    private static <R extends LatestRow> R later(R one, R other) {
        return one.seq() > other.seq() ? one : other;
    }

    private Map<String, List<String>> tables(List<Event> events) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (Projection<Event> projection : Projections.ofEvents()) {
            DATABASE.tables().write(projection, events);
            tables.put(projection.table(), DATABASE.tables().dump(projection.table()));
        }
        return tables;
    }
}
