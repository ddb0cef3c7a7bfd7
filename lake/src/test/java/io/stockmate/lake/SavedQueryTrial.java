package io.stockmate.lake;

import static io.stockmate.lake.TestRows.report;

import io.stockmate.core.message.Category;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.ResultSpecimens;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A lake with reports on orders and with demand, and its saved queries. */
abstract class SavedQueryTrial {
    static final long DAY_MILLIS = 86_400_000;

    @TempDir
    Path root;

    @BeforeEach
    final void reportOnOrders() {
        new TestLake(root)
                .put(
                        report("S", 9, 1, ExecType.TRADE, OrdStatus.FILLED, Side.SELL, 10, 10, Category.match),
                        report("S", 3, 0, ExecType.TRADE, OrdStatus.PARTIALLY_FILLED, Side.BUY, 12, 10, Category.match),
                        report("S", 2, 0, ExecType.NEW, OrdStatus.NEW, Side.BUY, 12, 0, null),
                        report("S", 4, 1, ExecType.EXPIRED, OrdStatus.EXPIRED, Side.BUY, 12, 10, Category.no_match_buy),
                        report(
                                "A",
                                7,
                                1,
                                ExecType.CANCELED,
                                OrdStatus.CANCELED,
                                Side.SELL,
                                5,
                                0,
                                Category.no_match_sell),
                        report(
                                "A",
                                8,
                                1,
                                ExecType.REJECTED,
                                OrdStatus.REJECTED,
                                Side.BUY,
                                5,
                                0,
                                Category.no_match_other),
                        TestLake.row(Specimens.full(EventType.ORDER_CANCEL_REJECT), "A", 9),
                        new LakeRow.OfDemand(DemandDay.ofSymbol("SKU-001", Specimens.TIME, 5, Specimens.DAY, 17, -3)),
                        new LakeRow.OfDemand(ResultSpecimens.accountsDay()));
    }

    final List<List<@Nullable Object>> ask(String name, Map<String, String> parameters) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            return lake.ask(name, parameters).rows();
        }
    }

    final List<List<@Nullable Object>> ask(String nameOrSql) {
        try (LakeQueries lake = LakeQueries.open(root)) {
            return lake.ask(nameOrSql).rows();
        }
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
