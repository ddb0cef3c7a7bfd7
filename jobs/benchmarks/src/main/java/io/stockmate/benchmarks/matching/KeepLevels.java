package io.stockmate.benchmarks.matching;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TopOfBook;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the working orders and the quantity at each price in MapState, as a job would whose books are Flink's state: two
 * values are updated for each report of an order that enters, trades or ends, three where it moves. Every top of book
 * has to be what the state says, if that is to be checked.
 */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class KeepLevels extends KeyedProcessFunction<String, Event, Event> {
    private static final long serialVersionUID = 1;

    private final boolean checked;
    private transient MapState<String, long[]> orders;
    private transient MapState<Long, Long> levels;

    KeepLevels(boolean checked) {
        this.checked = checked;
    }

    @Override
    public void open(OpenContext context) {
        orders = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "orders", Types.STRING, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
        levels = getRuntimeContext().getMapState(new MapStateDescriptor<>("levels", Types.LONG, Types.LONG));
    }

    @Override
    public void processElement(Event event, Context context, Collector<Event> out) throws Exception {
        if (event.body() instanceof ExecutionReport report) {
            keep(report);
        } else if (checked && event.body() instanceof TopOfBook top) {
            require(event, top.bidPx(), top.bidQty(), 1);
            require(event, top.askPx(), top.askQty(), -1);
        }
        out.collect(event);
    }

    private void keep(ExecutionReport report) throws Exception {
        long level = report.side() == Side.BUY ? report.price() : -report.price();
        long[] before = orders.get(report.orderId());
        if (report.leavesQty() > 0) {
            orders.put(report.orderId(), new long[] {level, report.leavesQty()});
        } else {
            orders.remove(report.orderId());
        }
        if (before != null && before[0] != level) {
            add(before[0], -before[1]);
            add(level, report.leavesQty());
        } else {
            add(level, report.leavesQty() - (before == null ? 0 : before[1]));
        }
    }

    private void add(long level, long more) throws Exception {
        Long present = levels.get(level);
        long quantity = (present == null ? 0 : present) + more;
        if (quantity == 0) {
            levels.remove(level);
        } else {
            levels.put(level, quantity);
        }
    }

    private void require(Event event, long price, long quantity, int sign) throws Exception {
        Long kept = Absent.is(price) ? null : levels.get(sign * price);
        if (!Absent.is(price) && (kept == null || kept != quantity)) {
            throw new IllegalStateException("MapState has " + kept + " at price " + price + ", where "
                    + event.header().execId() + " says " + quantity);
        }
    }
}
