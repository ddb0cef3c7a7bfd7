package io.stockmate.pipelines.reconcile;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.pipelines.reconcile.DamagedLake.Key;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One wrong row of the log or the dead letters is found and named, and nothing else is. */
class LogReconciliationTest extends SessionTrial {
    @Test
    void missingRowOfTheLogIsNamed() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("command", "commandSeq", SOMEWHERE).get(0);
        lake.rewrite("command", "SELECT * FROM rows WHERE NOT " + isCommand(row));

        assertNamed(reconcile(lake), commandSeq(row));
    }

    @Test
    void doubledRowOfTheLogIsNamed() throws Exception {
        DamagedLake lake = damaged();
        Key row = lake.rows("command", "commandSeq", SOMEWHERE).get(0);
        lake.rewrite("command", "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE " + isCommand(row));

        assertNamed(reconcile(lake), commandSeq(row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commandSeq + 1",
                "arrivedAt + INTERVAL 1 MILLISECOND",
                "subSequence + 1",
                "partitionKey || 'X'",
                "data || '\\x20'::BLOB"
            })
    void valueThatIsOffByOneInTheLogIsNamed(String value) throws Exception {
        String column = value.substring(0, value.indexOf(' '));
        DamagedLake lake = damaged();
        Key row = lake.rows("command", "commandSeq", SOMEWHERE).get(0);
        lake.rewrite(
                "command",
                "SELECT * REPLACE (CASE WHEN " + isCommand(row) + " THEN " + value + " ELSE " + column + " END AS "
                        + column + ") FROM rows");

        assertNamed(reconcile(lake), commandSeq(row));
    }

    @Test
    void rowsOfTheLogThatChangedPlacesAreNamed() throws Exception {
        DamagedLake lake = damaged();
        List<Key> rows = lake.rows("command", "commandSeq", SOMEWHERE);
        lake.rewrite(
                "command",
                "SELECT * REPLACE (CASE WHEN " + isCommand(rows.get(0)) + " THEN "
                        + rows.get(1).seq() + " WHEN " + isCommand(rows.get(1)) + " THEN "
                        + rows.get(0).seq() + " ELSE commandSeq END AS commandSeq) FROM rows");

        assertNamed(reconcile(lake), commandSeq(rows.get(0)), commandSeq(rows.get(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM rows WHERE reason <> 'MALFORMED'",
                "SELECT * FROM rows UNION ALL SELECT * FROM rows WHERE reason = 'MALFORMED'",
                "SELECT * REPLACE (CASE WHEN reason = 'MALFORMED' THEN length + 1 ELSE length END AS length) FROM rows"
            })
    void damagedDeadLetterIsNamed(String sql) throws Exception {
        DamagedLake lake = damaged();
        lake.rewrite("dead_letter", sql);
        ArrivedRecord malformed = session.commands().get(session.commands().size() - 3);

        assertNamed(reconcile(lake), "SKU-1 " + Places.of(malformed.cause()));
    }

    private static String isCommand(Key row) {
        return "(symbol = '" + row.symbol() + "' AND commandSeq = " + row.seq() + ")";
    }

    private static String commandSeq(Key row) {
        return row.symbol() + " commandSeq " + row.seq();
    }
}
