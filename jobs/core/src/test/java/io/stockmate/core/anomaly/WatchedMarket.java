package io.stockmate.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.market.PieceSink;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A market with a clock to be set, and a watch over it. A second watch is written and loaded again after every command,
 * or after a few where there are many: it must say the same.
 */
public final class WatchedMarket {
    public static final String SYMBOL = "SKU-1";
    public static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private final AnomalySettings settings;
    private final Market market = Market.open(RULES, SYMBOL);
    private final SymbolWatch watch;
    private final TreeMap<String, byte[]> pieces = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final int commandsPerLoad;
    private SymbolWatch restless;
    private long commands;

    public WatchedMarket(AnomalySettings settings, int commandsPerLoad) {
        this.settings = settings;
        this.commandsPerLoad = commandsPerLoad;
        this.restless = SymbolWatch.load(settings, SYMBOL, List.of());
        this.watch = SymbolWatch.load(settings, SYMBOL, List.of());
    }

    /** All that happened. */
    public List<Event> events() {
        return events;
    }

    /** All that was raised and cleared. */
    public List<Alert> alerts() {
        return alerts;
    }

    /** The state as it was last written. */
    public TreeMap<String, byte[]> pieces() {
        return pieces;
    }

    /** What one command makes be raised and cleared. */
    List<Alert> send(long time, String account, CommandBody body) {
        Command command = new Command(SYMBOL, account, Absent.NUMBER, body);
        Cause cause = new Cause("shardId-000000000000", String.valueOf(1_000_000 + ++commands), 0, time);
        List<Event> happened = new ArrayList<>();
        market.apply(command, cause, happened::add);
        List<Alert> said = new ArrayList<>();
        List<Alert> saidAfterLoading = new ArrayList<>();
        for (Event event : happened) {
            watch.apply(event, command, said::add);
            restless.apply(event, command, saidAfterLoading::add);
        }
        if (commands % commandsPerLoad == 0) {
            restless.writeChanges(sink());
            restless = SymbolWatch.load(settings, SYMBOL, pieces.entrySet());
        }
        assertThat(saidAfterLoading).as("what a loaded watch says").isEqualTo(said);
        events.addAll(happened);
        alerts.addAll(said);
        return said;
    }

    private PieceSink sink() {
        return new PieceSink() {
            @Override
            public void put(String piece, byte[] bytes) {
                pieces.put(piece, bytes);
            }

            @Override
            public void remove(String piece) {
                pieces.remove(piece);
            }
        };
    }
}
