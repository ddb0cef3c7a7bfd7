package io.stockmate.benchmarks.lobster;

import io.stockmate.benchmarks.lobster.LobsterShadow.Resting;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CancelOrder;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.ReplaceOrder;
import io.stockmate.core.message.SelfTradePrevention;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.producers.OrderTicket;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a day into commands. The book after message 0 is seeded as anonymous quantity; each run of executions with one
 * time and side becomes one IOC of the other side at the run's last price; hidden executions and halts change nothing
 * that is seen. A level that comes into the file's view from beyond it is adopted as anonymous quantity, and one that
 * leaves the view is forgotten.
 */
public final class LobsterPlan {
    private static final String RESTING = "RESTING";
    private static final String TAKING = "TAKING";
    private static final long MAX_ORDER_QTY = 999_999_999_999L;

    private final String symbol;
    private final LobsterDay day;
    private final LobsterShadow shadow = new LobsterShadow();
    private int ids;

    private LobsterPlan(String symbol, LobsterDay day) {
        this.symbol = symbol;
        this.day = day;
    }

    /** The steps of a day. Step 0 seeds the book after message 0; {@code operator} defines the instrument in it. */
    public static List<LobsterStep> of(String symbol, String operator, LobsterDay day) {
        LobsterPlan plan = new LobsterPlan(symbol, day);
        List<LobsterStep> steps = new ArrayList<>();
        steps.add(plan.seed(operator));
        for (int row = 1; row < day.messages().size(); ) {
            LobsterStep step = plan.step(row);
            steps.add(step);
            row = step.lastRow() + 1;
        }
        return steps;
    }

    /** The file's id of the order that a clOrdId of ours stands for; 0 for anonymous quantity. */
    public static long fileId(String clOrdId) {
        return clOrdId.charAt(0) == 'L'
                ? Long.parseLong(clOrdId.substring(1, clOrdId.indexOf('-')))
                : LobsterShadow.ANONYMOUS;
    }

    private LobsterStep seed(String operator) {
        List<Command> commands = new ArrayList<>();
        long none = Absent.NUMBER;
        commands.add(new Command(
                symbol,
                operator,
                none,
                new DefineInstrument(
                        symbol, null, "USD", 1, 1, MAX_ORDER_QTY, 0, true, false, none, none, none, none, none, none)));
        for (Side side : Side.values()) {
            for (LobsterLevels.Level level : day.levels().get(0).side(side)) {
                commands.add(rest(LobsterShadow.ANONYMOUS, side, level.price(), level.quantity()));
            }
        }
        return new LobsterStep(0, 0, List.of(), List.of(), commands, List.of(), List.of(), true);
    }

    private LobsterStep step(int row) {
        LobsterMessage message = day.messages().get(row);
        List<Command> commands = new ArrayList<>();
        boolean explained =
                switch (message.kind()) {
                    case ADD -> commands.add(rest(message.orderId(), message.side(), message.price(), message.size()));
                    case PARTIAL_CANCEL, DELETE -> lower(message, commands);
                    case VISIBLE_EXECUTION -> true;
                    case HIDDEN_EXECUTION, CROSS_TRADE, HALT -> true;
                };
        if (message.kind() == LobsterMessage.Kind.VISIBLE_EXECUTION) {
            return execution(row);
        }
        List<LobsterStep.Adopted> adopted = new ArrayList<>();
        List<Command> adoptions = adopt(row, adopted);
        return new LobsterStep(row, row, adopted, List.of(), commands, adoptions, forget(row), explained);
    }

    private LobsterStep execution(int firstRow) {
        LobsterMessage first = day.messages().get(firstRow);
        List<LobsterStep.Adopted> adopted = new ArrayList<>();
        List<Command> adoptions = new ArrayList<>();
        boolean explained = true;
        long quantity = 0;
        int row = firstRow;
        while (row < day.messages().size() && isSameRun(first, day.messages().get(row))) {
            LobsterMessage message = day.messages().get(row);
            explained &= shadow.execute(message.side(), message.price(), message.size());
            quantity += message.size();
            adoptions.addAll(adopt(row, adopted));
            row++;
        }
        int lastRow = row - 1;
        Command taking = order(
                TAKING,
                "X" + ++ids,
                first.side().opposite(),
                day.messages().get(lastRow).price(),
                quantity,
                TimeInForce.IOC);
        return new LobsterStep(
                firstRow, lastRow, adopted, adoptions, List.of(taking), List.of(), forget(lastRow), explained);
    }

    private static boolean isSameRun(LobsterMessage first, LobsterMessage message) {
        return message.kind() == LobsterMessage.Kind.VISIBLE_EXECUTION
                && message.side() == first.side()
                && message.time().equals(first.time());
    }

    private boolean lower(LobsterMessage message, List<Command> commands) {
        Resting order = shadow.find(message.side(), message.price(), message.orderId());
        if (order == null || order.left < message.size()) {
            return false;
        }
        if (order.left == message.size()) {
            commands.add(cancel(order));
        } else {
            String newId = newId(order.id);
            order.orderQty -= message.size();
            commands.add(command(
                    RESTING,
                    new ReplaceOrder(
                            newId,
                            order.clOrdId,
                            order.orderQty,
                            Absent.NUMBER,
                            Absent.NUMBER,
                            Absent.NUMBER,
                            Absent.NUMBER)));
            order.clOrdId = newId;
        }
        shadow.lower(order, message.size());
        return true;
    }

    /** Adopts the levels of a row that are not known and were beyond the file's view in the row before. */
    private List<Command> adopt(int row, List<LobsterStep.Adopted> adopted) {
        List<Command> commands = new ArrayList<>();
        for (Side side : Side.values()) {
            for (LobsterLevels.Level level : day.levels().get(row).side(side)) {
                if (!shadow.side(side).containsKey(level.price())
                        && day.levels().get(row - 1).isBeyond(side, level.price(), day.depth())) {
                    commands.add(rest(LobsterShadow.ANONYMOUS, side, level.price(), level.quantity()));
                    adopted.add(new LobsterStep.Adopted(row, side, level.price(), level.quantity()));
                }
            }
        }
        return commands;
    }

    /** Cancels what rests beyond the file's view after a row. */
    private List<Command> forget(int row) {
        List<Command> commands = new ArrayList<>();
        for (Side side : Side.values()) {
            while (!shadow.side(side).isEmpty()
                    && day.levels().get(row).isBeyond(side, shadow.side(side).lastKey(), day.depth())) {
                shadow.side(side).pollLastEntry().getValue().forEach(order -> commands.add(cancel(order)));
            }
        }
        return commands;
    }

    private Command rest(long id, Side side, long price, long quantity) {
        Resting order = new Resting(id, side, price, quantity, newId(id));
        shadow.rest(order);
        return order(RESTING, order.clOrdId, side, price, quantity, TimeInForce.GTC);
    }

    private String newId(long id) {
        ids++;
        return id == LobsterShadow.ANONYMOUS ? "A-" + ids : "L" + id + "-" + ids;
    }

    private Command cancel(Resting order) {
        return command(RESTING, new CancelOrder("C-" + ++ids, order.clOrdId));
    }

    private Command order(
            String account, String clOrdId, Side side, long price, long quantity, TimeInForce timeInForce) {
        OrderTicket order =
                OrderTicket.limit(side, quantity, price).in(timeInForce).preventing(SelfTradePrevention.NONE);
        return command(account, order.as(clOrdId));
    }

    private Command command(String account, CommandBody body) {
        return new Command(symbol, account, Absent.NUMBER, body);
    }
}
