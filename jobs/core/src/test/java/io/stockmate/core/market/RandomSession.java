package io.stockmate.core.market;

import io.stockmate.core.message.Event;
import io.stockmate.core.message.MoveKind;
import io.stockmate.core.message.Trade;
import java.util.List;
import java.util.Random;

/** A market after random commands of four accounts and an operator. */
final class RandomSession {
    private static final int COMMANDS = 400;

    /** Writes state after every {@code snapshots} commands, at a random place goes on from it; 0: never. */
    static List<Event> run(long seed, TestMarket market, int snapshots) {
        return run(seed, market, snapshots, () -> {});
    }

    static List<Event> run(long seed, TestMarket market, int snapshots, Runnable afterEach) {
        RandomCommands commands = new RandomCommands(seed);
        Random restores = new Random(seed);
        long now = TestMarket.MORNING;
        market.operate(TestMarket.instrument(false, true, 0));
        for (String account : List.of("ANN", "BOB", "SAM", "SUE")) {
            market.move(account, "opening", MoveKind.RECEIPT, 200, null);
        }
        for (int i = 1; i <= COMMANDS; i++) {
            now += commands.pause();
            market.at(now);
            if (commands.corrects()) {
                market.operate(commands.correction(trades(market)));
            } else if (commands.operates()) {
                market.operate(commands.operation());
            } else {
                market.send(commands.account(), commands.next());
            }
            afterEach.run();
            if (snapshots > 0 && i % snapshots == 0) {
                market.snapshot();
                if (restores.nextBoolean()) {
                    market.restore();
                }
            }
        }
        return market.events;
    }

    private static long trades(TestMarket market) {
        return market.events.stream()
                .filter(event -> event.body() instanceof Trade)
                .count();
    }
}
