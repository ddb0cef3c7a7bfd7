package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.MoveStock;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.SetTradingStatus;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TradingStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A producer whose commands read well and are wrong: the market answers each with a refusal. */
final class CarelessProducer implements Agent {
    private static final String ACCOUNT = "CARELESS";
    private static final int MISTAKES = 11;
    private static final long UNKNOWN_SYMBOLS = 50;

    private final List<Pit> pits;
    private @Nullable Command last;

    CarelessProducer(List<Pit> pits) {
        this.pits = pits;
    }

    @Override
    public void act(Floor floor) {
        Pit pit = floor.pick(pits);
        if (!pit.isKnown()) {
            return;
        }
        Command command = new Command(pit.symbol(), ACCOUNT, Absent.NUMBER, mistake(floor, pit));
        switch ((int) floor.between(0, 3)) {
            case 0 -> command = new Command(unknownSymbol(floor), ACCOUNT, Absent.NUMBER, command.body());
            case 1 -> command = last == null ? command : repeat(floor, last);
            default -> {}
        }
        last = command;
        floor.say(new Submission.OfCommand(command));
    }

    private CommandBody mistake(Floor floor, Pit pit) {
        long tick = pit.listing().tick();
        long lot = pit.listing().lot();
        long price = pit.fairValue().value();
        String id = floor.nextId();
        return switch ((int) floor.between(1, MISTAKES)) {
            case 1 -> buy(lot, price + tick / 2).as(id);
            case 2 -> buy(lot, -price).as(id);
            case 3 -> buy(0, price).as(id);
            case 4 -> buy(-lot, price).as(id);
            case 5 -> buy(pit.listing().definition().maxOrderQty() + lot, price).as(id);
            case 6 -> buy(lot, price).until(floor.time() - 60_000).as(id);
            case 7 -> OrderTicket.limit(Side.SELL, lot * 1_000, price).as(id);
            case 8 -> new CancelOrder(id, "no-such-order");
            case 9 -> new MoveStock(id, MoveKind.RECEIPT, lot, pit.symbol() + "-999999999", null, Absent.NUMBER);
            case 10 -> new MoveStock(id, MoveKind.ISSUE, lot, null, "not there", Absent.NUMBER);
            default -> new SetTradingStatus(TradingStatus.HALTED, "not mine to halt");
        };
    }

    /** The same again, or the same id with other content. */
    private static Command repeat(Floor floor, Command last) {
        if (floor.chance(50) || !(last.body() instanceof NewOrder order)) {
            return last;
        }
        NewOrder other = buy(order.orderQty() + 1, order.price()).as(order.clOrdId());
        return new Command(last.symbol(), last.account(), last.transactTime(), other);
    }

    private static String unknownSymbol(Floor floor) {
        return "NO-SUCH-" + floor.between(1, UNKNOWN_SYMBOLS);
    }

    private static OrderTicket buy(long qty, long price) {
        return OrderTicket.limit(Side.BUY, qty, price);
    }
}
