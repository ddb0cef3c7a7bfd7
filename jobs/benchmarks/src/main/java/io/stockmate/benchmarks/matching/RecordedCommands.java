package io.stockmate.benchmarks.matching;

import io.stockmate.benchmarks.book.OrderFlow;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.OrdType;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Tick;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.pipelines.matching.Inbound;
import java.util.List;

/**
 * The commands by which one account sends an order flow to one market: first the instrument is defined, last comes a
 * tick. A command's place is its commandSeq. An order's clOrdId is the sequence of the message that brought or last
 * changed it.
 */
final class RecordedCommands {
    static final String SYMBOL = "RECORDED";
    static final MarketRules RULES = MarketRules.of(List.of("EXCHANGE"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private static final String ACCOUNT = "TRADER";
    private static final String UNKNOWN = "unknown";
    private static final String CURRENCY = "USD";
    private static final long BEGIN_MS = 1_700_000_000_000L;
    /** Five hundred commands a second of book time. */
    private static final long MS_PER_COMMAND = 2;

    private static final long QUANTITY_MAX = 999_999_999_999L;
    private static final byte[] NO_BYTES = {};

    private final OrderFlow flow;
    private final CommandColumns commands;

    RecordedCommands(OrderFlow flow) {
        this.flow = flow;
        this.commands = FlowToCommands.of(flow);
    }

    /** The commandSeq of the last one. */
    long last() {
        return commands.size() + 2L;
    }

    OrderFlow flow() {
        return flow;
    }

    /** The message of the flow that a command comes from; -1 for the first and the last command. */
    int message(long commandSeq) {
        return commandSeq == 1 || commandSeq == last() ? -1 : commands.message((int) commandSeq - 2);
    }

    /** The command of this commandSeq, from 1 on, as decoding hands it on; its bytes are left out. */
    Inbound command(long commandSeq) {
        Cause cause =
                new Cause("shardId-000000000000", Long.toString(commandSeq), 0, BEGIN_MS + MS_PER_COMMAND * commandSeq);
        boolean first = commandSeq == 1;
        CommandBody body = first ? instrument() : commandSeq == last() ? new Tick() : body((int) commandSeq - 2);
        return new Inbound(
                new ArrivedRecord(cause, SYMBOL, NO_BYTES),
                new Command(SYMBOL, first ? RULES.operators().first() : ACCOUNT, Absent.NUMBER, body));
    }

    private static DefineInstrument instrument() {
        return new DefineInstrument(
                SYMBOL,
                null,
                CURRENCY,
                1,
                1,
                QUANTITY_MAX,
                0,
                false,
                false,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER);
    }

    private CommandBody body(int command) {
        int message = commands.message(command);
        String id = Long.toString(flow.sequence(message));
        return switch (commands.kind(command)) {
            case ENTER -> newOrder(id, command, message);
            case CANCEL -> new CancelOrder(id, original(command));
            // The order that follows under the message's sequence takes its place.
            case CANCEL_TO_REENTER -> new CancelOrder("c" + id, original(command));
            case REPLACE ->
                new ReplaceOrder(
                        id,
                        original(command),
                        commands.quantity(command),
                        flow.kind(message) == OrderFlow.Kind.REDUCE_BY ? Absent.NUMBER : flow.price(message),
                        Absent.NUMBER,
                        Absent.NUMBER,
                        Absent.NUMBER);
        };
    }

    private NewOrder newOrder(String id, int command, int message) {
        return new NewOrder(
                id,
                commands.isBuy(command) ? Side.BUY : Side.SELL,
                OrdType.LIMIT,
                commands.quantity(command),
                flow.price(message),
                Absent.NUMBER,
                flow.rests(message) || flow.kind(message) != OrderFlow.Kind.NEW ? TimeInForce.GTC : TimeInForce.IOC,
                Absent.NUMBER,
                Absent.NUMBER,
                Absent.NUMBER,
                false,
                SelfTradePrevention.NONE,
                Absent.NUMBER,
                null);
    }

    private String original(int command) {
        long sequence = commands.original(command);
        return sequence == CommandColumns.NO_ORIGINAL ? UNKNOWN : Long.toString(sequence);
    }
}
