package io.stockmate.pipelines.events;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.LogEntry;
import io.stockmate.lake.LakeReader;
import io.stockmate.lake.QueryRefused;
import io.stockmate.pipelines.replay.ReplayedMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Events from the log of a lake, the table {@code command}: a symbol's commands applied again give its events again. It
 * opens the lake when it is asked, holds one market in memory, and gives its events as they come. A lake that is not
 * there, or not that far yet, gives what it has. So does one whose log has a hole, up to the hole: the files of two
 * days become visible one after the other.
 *
 * @param lake the root, a directory of this machine
 * @param rules those under which the lake was made
 */
public record LakeHistory(String lake, MarketRules rules) implements EventHistory {
    @Override
    public void before(Event met, ThrowingConsumer<Event, Exception> each) throws Exception {
        if (!Files.isDirectory(Path.of(lake))) {
            return;
        }
        try (LakeReader reader = LakeReader.open(Path.of(lake), row -> {
            throw new Refusal("commandSeq " + row.seq() + " cannot be read, " + row.problem());
        })) {
            Replay replay = new Replay(new ReplayedMarket(rules, met.symbol()), met.seq(), each);
            reader.chain(met.symbol(), met.header().commandSeq(), replay::apply);
        } catch (Refusal | QueryRefused refused) {
            throw unusable(met, refused);
        }
    }

    private UnusableHistory unusable(Event met, RuntimeException refused) {
        UnusableHistory unusable =
                new UnusableHistory(met.symbol(), met.seq(), place(), String.valueOf(refused.getMessage()));
        unusable.initCause(refused);
        return unusable;
    }

    @Override
    public String place() {
        return "the lake " + lake;
    }

    private static final class Replay {
        private final ReplayedMarket market;
        private final long before;
        private final ThrowingConsumer<Event, Exception> each;
        private long commandSeq;

        /** @param before the first seq that is not wanted */
        Replay(ReplayedMarket market, long before, ThrowingConsumer<Event, Exception> each) {
            this.market = market;
            this.before = before;
            this.each = each;
        }

        void apply(LogEntry entry) {
            long next = commandSeq + 1;
            if (entry.commandSeq() > next) {
                return;
            }
            if (entry.commandSeq() < next) {
                throw new Refusal("its log has commandSeq " + entry.commandSeq() + " where " + next + " is to come");
            }
            commandSeq = next;
            ArrivedRecord record = new ArrivedRecord(entry.cause(), entry.partitionKey(), entry.data());
            if (market.apply(record, this::hand).isEmpty()) {
                throw new Refusal("commandSeq " + commandSeq + " is no command, " + market.refusal());
            }
        }

        private void hand(Event event) {
            if (event.seq() > 0 && event.seq() < before) {
                ThrowingConsumer.unchecked(each).accept(event);
            }
        }
    }

    private static final class Refusal extends FlinkRuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String problem) {
            super(problem);
        }
    }
}
