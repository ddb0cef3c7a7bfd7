package io.stockmate.lake;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Category;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.message.UsageMeter;
import io.stockmate.core.message.UsageRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a lake in which one thing matters at a time. All trades are at 12.34. */
final class TestRows {
    private static final long PRICE = 123_400;
    private static final long HOUR_MILLIS = 3_600_000;

    private TestRows() {}

    /** Of the hour that begins then. */
    static LakeRow usage(String account, UsageMeter meter, long hour, long value) {
        return new LakeRow.OfUsage(new UsageRecord("S", 1, hour + HOUR_MILLIS, "id", account, meter, hour, value));
    }

    static LakeRow stock(String symbol, long seq, String account, long available) {
        return TestLake.row(
                new StockLevel(account, available, 0, available, 0, StockReason.COUNT, 0, null, Absent.NUMBER),
                symbol,
                seq);
    }

    /** One piece of a cart. */
    static LakeRow bought(String symbol, long seq, String account, String listId) {
        return TestLake.row(
                report(symbol, seq, account, listId, ExecType.TRADE, OrdStatus.FILLED, Side.BUY, 1, 1, Category.match),
                symbol,
                seq);
    }

    static LakeRow rejected(String symbol, long seq, String account) {
        return TestLake.row(
                report(
                        symbol,
                        seq,
                        account,
                        null,
                        ExecType.REJECTED,
                        OrdStatus.REJECTED,
                        Side.BUY,
                        1,
                        0,
                        Category.no_match_other),
                symbol,
                seq);
    }

    /** So many days after {@link Specimens#TIME}; what has traded traded now. */
    static LakeRow report(
            String symbol,
            long seq,
            int day,
            ExecType execType,
            OrdStatus ordStatus,
            Side side,
            long orderQty,
            long cumQty,
            @Nullable Category category) {
        return TestLake.row(
                report(symbol, seq, "a", null, execType, ordStatus, side, orderQty, cumQty, category),
                symbol,
                seq,
                Specimens.TIME + day * 24 * HOUR_MILLIS);
    }

    private static ExecutionReport report(
            String symbol,
            long seq,
            String account,
            @Nullable String listId,
            ExecType execType,
            OrdStatus ordStatus,
            Side side,
            long orderQty,
            long cumQty,
            @Nullable Category category) {
        boolean traded = execType == ExecType.TRADE;
        boolean rejected = execType == ExecType.REJECTED;
        return new ExecutionReport(
                account,
                "o-" + seq,
                null,
                symbol + "-" + seq,
                execType,
                ordStatus,
                side,
                OrdType.LIMIT,
                orderQty,
                PRICE,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                TimeInForce.DAY,
                Absent.NUMBER,
                traded ? cumQty : 0,
                traded ? PRICE : 0,
                cumQty,
                ordStatus.isTerminal() ? 0 : orderQty - cumQty,
                cumQty > 0 ? PRICE : Absent.NUMBER,
                rejected ? OrdRejReason.OTHER : null,
                rejected ? "WHY" : null,
                listId,
                category);
    }
}
