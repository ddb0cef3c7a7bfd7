package io.stockmate.benchmarks.simulation;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Some days of commands of a few symbols, made by a seed, in a stream that is divided anew now and then. Some records
 * come twice, and each hour ticks.
 */
final class RandomTrade {
    static final String OPERATOR = "OPS";

    static final long OPENS_AT = 1_767_261_600_000L;
    private static final long HOUR_MS = 3_600_000;
    private static final long DAYS_MS = 2 * 24 * HOUR_MS;
    private static final int REPEATED_EACH = 25;
    private static final int RESHARDED_EACH = 80;

    private final SplittableRandom random;
    private final List<RandomSymbol> symbols = new ArrayList<>();
    private final Topic<LoggedCommand> topic;
    private long now = OPENS_AT;
    private int written;

    private RandomTrade(long seed) {
        random = new SplittableRandom(seed);
        int count = 2 + random.nextInt(4);
        for (int symbol = 0; symbol < count; symbol++) {
            symbols.add(new RandomSymbol("SKU-" + symbol, random));
        }
        topic = new Topic<>(1 + random.nextInt(3));
    }

    /** So many commands, and a few more that begin. */
    static Topic<LoggedCommand> stream(long seed, int commands) {
        RandomTrade trade = new RandomTrade(seed);
        for (RandomSymbol symbol : trade.symbols) {
            symbol.begin(trade::put);
        }
        int begun = trade.written;
        int pause = (int) Math.min(DAYS_MS, DAYS_MS / commands * (1 + trade.random.nextInt(4)));
        while (trade.written < begun + commands) {
            trade.next(pause);
        }
        return trade.topic;
    }

    private void next(int pause) {
        long hour = now / HOUR_MS;
        now += random.nextInt(pause);
        if (now / HOUR_MS > hour) {
            symbols.forEach(symbol -> put(symbol, "CLOCK", new Tick()));
        }
        if (random.nextInt(RESHARDED_EACH) == 0) {
            topic.reshard(random);
        }
        symbols.get(random.nextInt(symbols.size())).next(this::put);
    }

    private void put(RandomSymbol symbol, String account, CommandBody body) {
        Command command = new Command(symbol.name(), account, Absent.NUMBER, body);
        do {
            Topic.Shard<LoggedCommand> shard = topic.of(symbol.name());
            Cause cause = new Cause(
                    "shardId-" + shard.number(),
                    Integer.toString(shard.records().size()),
                    0,
                    now);
            shard.records().add(new LoggedCommand(command, cause));
            symbol.sent();
            written++;
        } while (random.nextInt(REPEATED_EACH) == 0);
    }
}
