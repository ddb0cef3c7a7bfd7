package io.stockmate.core.reference;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the orders of one symbol through their reports: each begins once, its quantities add up, a stop trades after
 * it was triggered, and it ends in one terminal status or works. A correction of one of its trades takes quantity out
 * of what it has traded and out of what was ordered, and changes nothing else, before its end or after it. Of an order
 * that has broken this, and of all orders after a gap, only what can still be told is checked: one wrong report is
 * named once.
 */
public final class OrderLives {
    private static final class Life {
        long cumQty;
        long orderQty;
        long leavesQty;
        boolean certain;
        boolean waits;

        @Nullable
        OrdStatus end;

        void standsAt(ExecutionReport report) {
            cumQty = report.cumQty();
            orderQty = report.orderQty();
            leavesQty = report.leavesQty();
        }
    }

    private final Map<String, Life> lives = new HashMap<>();
    private final BiConsumer<Event, String> breach;
    private long seq;
    private boolean gap;
    private int working;

    /** @param breach receives the event that cannot be, and why */
    public OrderLives(BiConsumer<Event, String> breach) {
        this.breach = breach;
    }

    /** Takes the symbol's next event, in order of seq. */
    public void accept(Event event) {
        if (event.seq() != seq + 1) {
            gap = true;
            lives.values().forEach(life -> life.certain = false);
        }
        seq = event.seq();
        if (event.body() instanceof ExecutionReport report && report.execType() != ExecType.ORDER_STATUS) {
            String problem = problem(report);
            if (problem != null) {
                breach.accept(event, report.orderId() + " " + problem);
            }
        }
    }

    /** How many orders have begun and not ended. */
    public int working() {
        return working;
    }

    /** Whether events were left out. */
    public boolean hasGap() {
        return gap;
    }

    private @Nullable String problem(ExecutionReport report) {
        Life life = lives.get(report.orderId());
        if (isCorrection(report)) {
            return life == null ? (gap ? null : "was never NEW") : correction(life, report);
        }
        if (life != null && life.end != null) {
            return "had ended " + life.end + " and is now " + report.ordStatus();
        }
        boolean begins = report.execType() == ExecType.NEW || report.execType() == ExecType.REJECTED;
        String problem = null;
        if (life == null) {
            problem = begins || gap ? null : "was never NEW";
            life = begin(report, begins);
        } else if (begins) {
            problem = "is " + report.execType() + " a second time";
        }
        if (problem == null && life.certain) {
            problem = arithmetic(life, report);
        }
        if (problem == null && life.certain) {
            problem = trigger(life, report);
        }
        life.certain &= problem == null;
        life.standsAt(report);
        if (report.ordStatus().isTerminal()) {
            life.end = report.ordStatus();
            working--;
        }
        return problem;
    }

    private Life begin(ExecutionReport report, boolean certain) {
        Life life = new Life();
        life.certain = certain;
        life.waits = report.execType() == ExecType.NEW && !Absent.is(report.stopPx());
        lives.put(report.orderId(), life);
        working++;
        return life;
    }

    private static boolean isCorrection(ExecutionReport report) {
        return report.execType() == ExecType.TRADE_CANCEL || report.execType() == ExecType.TRADE_CORRECT;
    }

    private static @Nullable String correction(Life life, ExecutionReport report) {
        String problem = null;
        if (life.end != null && life.end != report.ordStatus()) {
            problem = "had ended " + life.end + " and is now " + report.ordStatus();
        } else if (life.end == null && report.ordStatus().isTerminal()) {
            problem = "is ended " + report.ordStatus() + " by a correction";
        } else if (life.certain && report.leavesQty() != life.leavesQty) {
            problem = "has leavesQty " + report.leavesQty() + " instead of " + life.leavesQty + " after a correction";
        } else if (life.certain && report.orderQty() - report.cumQty() != life.orderQty - life.cumQty) {
            problem = "has orderQty " + report.orderQty() + " and cumQty " + report.cumQty()
                    + " after a correction, before it " + life.orderQty + " and " + life.cumQty;
        }
        life.certain &= problem == null;
        life.standsAt(report);
        return problem;
    }

    /** A stop is triggered once, and trades after that. */
    private static @Nullable String trigger(Life life, ExecutionReport report) {
        if (report.execType() == ExecType.TRIGGERED) {
            String problem = life.waits ? null : "is TRIGGERED and no stop that waits";
            life.waits = false;
            return problem;
        }
        return report.execType() == ExecType.TRADE && life.waits ? "trades before it is TRIGGERED" : null;
    }

    private static @Nullable String arithmetic(Life life, ExecutionReport report) {
        long cumQty = life.cumQty + report.lastQty();
        if (report.cumQty() != cumQty) {
            return "has cumQty " + report.cumQty() + " instead of " + cumQty;
        }
        if (report.ordStatus().isTerminal()) {
            return report.leavesQty() == 0
                    ? null
                    : "is " + report.ordStatus() + " with leavesQty " + report.leavesQty() + " instead of 0";
        }
        long leavesQty = report.orderQty() - cumQty;
        if (report.leavesQty() != leavesQty || leavesQty < 1) {
            return "works with leavesQty " + report.leavesQty() + ", of orderQty " + report.orderQty() + " and cumQty "
                    + cumQty;
        }
        return null;
    }
}
