package io.stockmate.benchmarks.simulation;

import io.stockmate.core.ledger.Transaction;
import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.List;

/** What a stream of commands leads to where nothing fails: each command in its order, each event at once. */
final class Expected implements Outbox {
    private final Lake lake = new Lake();
    private final Ledger ledger = new Ledger();
    private final List<Consumer> consumers;
    private final List<Event> unread = new ArrayList<>();

    private Expected(List<Consumer> consumers) {
        this.consumers = consumers;
    }

    static Expected of(Topic<LoggedCommand> commands, Work<LoggedCommand> matching, List<Consumer> consumers) {
        Expected expected = new Expected(consumers);
        for (Topic.Shard<LoggedCommand> shard : commands.shards()) {
            for (LoggedCommand command : shard.records()) {
                matching.take(command, expected);
                expected.consume();
            }
        }
        return expected;
    }

    private void consume() {
        for (Event event : unread) {
            if (event.seq() > 0) {
                consumers.forEach(consumer -> consumer.apply(event, this));
            }
        }
        unread.clear();
    }

    @Override
    public void row(String table, String symbol, Object content) {
        lake.add(List.of(new Lake.Row(table, symbol, content)));
    }

    @Override
    public void publish(Event event) {
        unread.add(event);
    }

    @Override
    public void post(Transaction transaction) {
        ledger.post(transaction.id(), transaction);
    }

    Lake lake() {
        return lake;
    }

    Ledger ledger() {
        return ledger;
    }
}
