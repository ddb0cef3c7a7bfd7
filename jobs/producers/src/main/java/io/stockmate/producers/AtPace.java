package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.Trade;
import java.util.List;

/**
 * A producer that lives at its own pace while book time runs faster: what it hears and what it says is translated. Days
 * until a delivery stay days.
 */
public final class AtPace implements Producer {
    private final Pace pace;
    private final Producer producer;

    public AtPace(Pace pace, Producer producer) {
        this.pace = pace;
        this.producer = producer;
    }

    @Override
    public void observe(Event event) {
        EventHeader header = event.header();
        long felt = pace.felt(header.ts());
        producer.observe(new Event(
                new EventHeader(header.symbol(), header.seq(), header.commandSeq(), header.execId(), felt),
                event.chain(),
                event.cause(),
                body(event.body(), felt - header.ts())));
    }

    private static EventBody body(EventBody body, long later) {
        if (body instanceof Trade trade && !Absent.is(trade.dueAt())) {
            return new Trade(
                    trade.tradeId(),
                    trade.price(),
                    trade.qty(),
                    trade.buyOrderId(),
                    trade.sellOrderId(),
                    trade.buyer(),
                    trade.seller(),
                    trade.aggressorSide(),
                    trade.currency(),
                    trade.dueAt() + later);
        }
        return body;
    }

    @Override
    public List<Submission> step(long bookTime) {
        return producer.step(pace.felt(bookTime)).stream().map(this::inBookTime).toList();
    }

    private Submission inBookTime(Submission said) {
        if (said instanceof Submission.OfCommand of
                && of.command().body() instanceof NewOrder order
                && !Absent.is(order.expireTime())) {
            Command command = of.command();
            return new Submission.OfCommand(new Command(
                    command.symbol(),
                    command.account(),
                    command.transactTime(),
                    expiring(order, pace.bookTime(order.expireTime()))));
        }
        return said;
    }

    private static NewOrder expiring(NewOrder order, long expireTime) {
        return new NewOrder(
                order.clOrdId(),
                order.side(),
                order.ordType(),
                order.orderQty(),
                order.price(),
                order.stopPx(),
                order.timeInForce(),
                expireTime,
                order.displayQty(),
                order.minQty(),
                order.postOnly(),
                order.selfTradePrevention(),
                order.leadTimeDays(),
                order.listId());
    }

    @Override
    public boolean isFinished() {
        return producer.isFinished();
    }
}
