package io.stockmate.pipelines.runtime.metrics;

import io.stockmate.connectors.metrics.MetricNames;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.BusinessRejectReason;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.CxlRejReason;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdRejReason;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.view.Outcome;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What matching reports: see {@link MetricNames}. One thread writes. */
public final class MatchingMetrics {
    private final Counter commands;
    private final Counter orders;
    private final LabelledCounter<EventType> events;
    private final Counter repeats;
    private final LabelledCounter<OrdRejReason> orderRejects;
    private final LabelledCounter<CxlRejReason> cancelRejects;
    private final LabelledCounter<BusinessRejectReason> businessRejects;
    private final Stopwatch stopwatch;
    private final AtomicLong books = new AtomicLong();
    private final AtomicLong restingOrders = new AtomicLong();

    public MatchingMetrics(MetricGroup group) {
        commands = group.counter(MetricNames.COMMANDS);
        orders = group.counter(MetricNames.ORDERS);
        events = new LabelledCounter<>(
                group, MetricNames.EVENTS, MetricNames.TYPE, EventType.class, EventType::wireName);
        repeats = group.counter(MetricNames.REPEATS);
        orderRejects = rejects(group, EventType.EXECUTION_REPORT, OrdRejReason.class);
        cancelRejects = rejects(group, EventType.ORDER_CANCEL_REJECT, CxlRejReason.class);
        businessRejects = rejects(group, EventType.BUSINESS_REJECT, BusinessRejectReason.class);
        stopwatch = new Stopwatch(group.histogram(MetricNames.MATCHING_TIME_NS, new RecentHistogram()));
        group.gauge(MetricNames.BOOKS, books::get);
        group.gauge(MetricNames.RESTING_ORDERS, restingOrders::get);
    }

    private static <E extends Enum<E>> LabelledCounter<E> rejects(MetricGroup group, EventType type, Class<E> reasons) {
        return new LabelledCounter<>(
                group.addGroup(MetricNames.TYPE, type.wireName()),
                MetricNames.REJECTS,
                MetricNames.REASON,
                reasons,
                Enum::name);
    }

    /** A command has come. */
    public void begin() {
        stopwatch.start();
    }

    /** Its events are known. */
    public void end(Command command) {
        stopwatch.stop();
        commands.inc();
        if (command.body().type() == CommandType.NEW_ORDER) {
            orders.inc();
        }
    }

    public void event(Event event) {
        EventBody body = event.body();
        events.count(body.type());
        Outcome outcome = Outcome.of(body);
        if (outcome == Outcome.REPEATED) {
            repeats.inc();
        } else if (outcome == Outcome.REJECTED) {
            reject(body);
        }
    }

    private void reject(EventBody body) {
        if (body instanceof ExecutionReport report && report.ordRejReason() != null) {
            orderRejects.count(report.ordRejReason());
        } else if (body instanceof OrderCancelReject reject) {
            cancelRejects.count(reject.cxlRejReason());
        } else if (body instanceof BusinessReject reject) {
            businessRejects.count(reject.reason());
        }
    }

    /** What is on the heap now. Readers see it soon enough: no command waits until all of them do. */
    public void markets(int marketsNow, long restingOrdersNow) {
        books.lazySet(marketsNow);
        restingOrders.lazySet(restingOrdersNow);
    }
}
