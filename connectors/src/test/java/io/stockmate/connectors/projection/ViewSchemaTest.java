package io.stockmate.connectors.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Field;
import io.stockmate.core.message.FieldSource;
import io.stockmate.core.projection.BookTop;
import io.stockmate.core.projection.Instrument;
import io.stockmate.core.projection.IssueSummary;
import io.stockmate.core.projection.OrderStatus;
import io.stockmate.core.projection.Payment;
import io.stockmate.core.projection.StockHeld;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewSchemaTest {
    private static final Map<String, Consumer<FieldSource>> TABLES = Map.of(
            "order_status", OrderStatus::read,
            "stock_level", StockHeld::read,
            "top_of_book", BookTop::read,
            "instrument", Instrument::read,
            "payment", Payment::read,
            "issue_summary", IssueSummary::read);

    @RegisterExtension
    static final ViewDatabase DATABASE = new ViewDatabase();

    @Test
    void tablesHaveTheColumnsThatTheirRowsDescribe() throws SQLException {
        for (Map.Entry<String, Consumer<FieldSource>> table : TABLES.entrySet()) {
            assertThat(DATABASE.tables()
                            .query("select column_name, data_type, is_nullable from information_schema.columns"
                                    + " where table_schema = 'view' and table_name = '" + table.getKey()
                                    + "' and is_generated = 'NEVER' order by ordinal_position"))
                    .as(table.getKey())
                    .isEqualTo(Columns.of(table.getValue()).fields().stream()
                            .map(ViewSchemaTest::column)
                            .toList());
        }
    }

    private static String column(Field field) {
        boolean nullable = field.optional() && field.kind() != Field.Kind.FLAG;
        return Columns.name(field.name()) + "|" + Columns.type(field) + "|" + (nullable ? "YES" : "NO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from view.order_status",
                "truncate view.payment",
                "drop table view.stock_level",
                "create table view.more (a text)",
                "update view.order_list set state = 'FILLED'"
            })
    void theWriterMayNeitherRemoveNorBuild(String statement) throws SQLException {
        assertRefused("stockmate_writer", statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into view.top_of_book (symbol, seq, ts) values ('AMZN', 1, now())",
                "update view.order_status set working = false",
                "delete from view.issue_summary"
            })
    void theReaderMayOnlySelect(String statement) throws SQLException {
        assertRefused("stockmate_reader", statement);
    }

    @Test
    void theReaderSeesEveryTableAndView() throws SQLException {
        DATABASE.tables().execute("set role stockmate_reader");
        for (String relation : DATABASE.tables()
                .query("select table_name from information_schema.tables where table_schema = 'view'")) {
            assertThat(DATABASE.tables().query("select count(*) from view." + relation))
                    .containsExactly("0");
        }
        DATABASE.tables().execute("reset role");
    }

    private void assertRefused(String role, String statement) throws SQLException {
        DATABASE.tables().execute("set role " + role);
        assertThatThrownBy(() -> DATABASE.tables().execute(statement))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isIn("42501", "55000"));
        DATABASE.tables().execute("reset role");
    }
}
