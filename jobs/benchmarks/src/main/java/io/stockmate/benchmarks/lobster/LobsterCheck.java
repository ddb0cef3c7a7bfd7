package io.stockmate.benchmarks.lobster;

import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.Trade;
import io.stockmate.core.view.EventBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Holds the events of a replayed day against the orderbook file, row by row. */
public final class LobsterCheck {
    private static final int FINDINGS_MAX = 20;

    private final LobsterDay day;
    private final EventBook book = new EventBook();
    /** The file's id of each of our orders, by orderId. */
    private final Map<String, Long> fileIds = new HashMap<>();
    /** The file's ids of the orders that rest. */
    private final Set<Long> restingIds = new HashSet<>();

    private final List<String> findings = new ArrayList<>();
    private long equal;
    private long adopted;
    private long contradictory;
    private long headOfQueue;
    private long trades;

    private LobsterCheck(LobsterDay day) {
        this.day = day;
    }

    /** @param answers the events of each command of the plan, in order of seq */
    public static LobsterReport of(LobsterDay day, List<LobsterStep> steps, Function<Command, List<Event>> answers) {
        LobsterCheck check = new LobsterCheck(day);
        for (LobsterStep step : steps) {
            check.step(step, answers);
        }
        return new LobsterReport(
                check.equal, check.adopted, check.contradictory, check.headOfQueue, check.trades, check.findings);
    }

    private void step(LobsterStep step, Function<Command, List<Event>> answers) {
        step.before().forEach(command -> apply(answers.apply(command)));
        List<Event> own = new ArrayList<>();
        step.commands().forEach(command -> own.addAll(answers.apply(command)));
        if (step.firstRow() < step.lastRow() || hasTrades(own)) {
            compareRun(step, own);
        } else {
            apply(own);
            step.after().forEach(command -> apply(answers.apply(command)));
            judge(step.firstRow(), step, LobsterBooks.of(book, day.depth()));
        }
        step.forgotten().forEach(command -> apply(answers.apply(command)));
    }

    /** The rows of a run are fills of one order: between them the book is what the fills so far have left of it. */
    private void compareRun(LobsterStep step, List<Event> own) {
        LobsterBooks running = LobsterBooks.of(book, Integer.MAX_VALUE);
        LobsterFills fills = new LobsterFills(own);
        for (int row = step.firstRow(); row < step.lastRow(); row++) {
            LobsterMessage message = day.messages().get(row);
            fills.take(message.size(), (price, quantity) -> running.lower(message.side(), price, quantity));
            judge(row, step, running.best(day.depth()));
        }
        countHeads(step, own);
        apply(own);
        judge(step.lastRow(), step, LobsterBooks.of(book, day.depth()));
    }

    private void judge(int row, LobsterStep step, LobsterBooks ours) {
        if (row == 0) {
            if (!ours.equals(LobsterBooks.of(day.levels().get(0)))) {
                contradict(row, "the seeded book differs: " + ours);
            }
            return;
        }
        LobsterBooks theirs = LobsterBooks.of(day.levels().get(row));
        boolean adopts = false;
        for (LobsterStep.Adopted level : step.adopted()) {
            if (level.row() == row) {
                adopts = true;
                if (!day.levels().get(row - 1).isBeyond(level.side(), level.price(), day.depth())) {
                    contradict(row, "level " + level + " was adopted within the file's view");
                    return;
                }
            }
        }
        if (!ours.equals(theirs)) {
            contradict(row, "ours " + ours + ", the file's " + theirs);
        } else if (!step.explained()) {
            contradict(row, day.messages().get(row) + " meets no order that is known");
        } else if (adopts) {
            adopted++;
        } else {
            equal++;
        }
    }

    private void contradict(int row, String finding) {
        contradictory++;
        if (findings.size() < FINDINGS_MAX) {
            findings.add("row " + (row + 1) + ": " + finding);
        }
    }

    private void countHeads(LobsterStep step, List<Event> own) {
        LobsterFills rows = LobsterFills.ofRows(day.messages().subList(step.firstRow(), step.lastRow() + 1));
        for (Event event : own) {
            if (event.body() instanceof Trade trade) {
                String maker = trade.aggressorSide() == Side.BUY ? trade.sellOrderId() : trade.buyOrderId();
                long hit = fileIds.getOrDefault(maker, LobsterShadow.ANONYMOUS);
                boolean[] named = {hit != LobsterShadow.ANONYMOUS};
                boolean[] right = {true};
                rows.take(trade.qty(), (id, quantity) -> {
                    named[0] |= restingIds.contains(id);
                    right[0] &= hit == id;
                });
                named(named[0], right[0]);
            }
        }
    }

    /** A trade in anonymous quantity says nothing, unless the file names an order that rests here by its id. */
    private void named(boolean named, boolean right) {
        trades += named ? 1 : 0;
        headOfQueue += named && right ? 1 : 0;
    }

    private static boolean hasTrades(List<Event> events) {
        return events.stream().anyMatch(event -> event.body() instanceof Trade);
    }

    private void apply(List<Event> events) {
        for (Event event : events) {
            book.accept(event);
            if (event.body() instanceof ExecutionReport report) {
                long id = fileIds.computeIfAbsent(report.orderId(), orderId -> LobsterPlan.fileId(report.clOrdId()));
                if (report.ordStatus().isTerminal()) {
                    restingIds.remove(id);
                    fileIds.remove(report.orderId());
                } else if (id != LobsterShadow.ANONYMOUS) {
                    restingIds.add(id);
                }
            }
        }
    }
}
