package io.stockmate.core.anomaly;

import io.stockmate.core.market.PieceSink;
import io.stockmate.core.message.Accepted;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.SetAlertRule;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import io.stockmate.core.state.UnreadableState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches one symbol: is fed with all its events in order, each once, and says what is raised and cleared. The same
 * events give the same alerts, however often the state was written and loaded in between. Its state is in pieces:
 * {@code symbol}, {@code series}, {@code series/KIND} for the detector of each series and {@code account/NAME} for each
 * account with anything to remember. Not thread-safe.
 */
public final class SymbolWatch {
    private static final String SYMBOL = "symbol";
    private static final String ACCOUNT = "account/";
    private static final String SERIES = "series";
    private static final String DETECTOR = "series/";

    private final AnomalySettings settings;
    private final Moment now;
    private final SymbolRules rules = new SymbolRules();
    private final SymbolSeries series;
    private final TreeMap<String, AccountRules> accounts = new TreeMap<>();
    private final TreeSet<String> changedAccounts = new TreeSet<>();
    private boolean changed;

    private SymbolWatch(String symbol, AnomalySettings settings) {
        this.settings = settings;
        this.now = new Moment(symbol, settings);
        this.series = new SymbolSeries(symbol, settings);
    }

    /**
     * Goes on from the pieces that {@link #writeChanges} wrote; begins anew where there are none.
     *
     * @throws UnreadableState if a piece is damaged, or of a version that this program does not know
     */
    public static SymbolWatch load(
            AnomalySettings settings, String symbol, Iterable<Map.Entry<String, byte[]>> pieces) {
        SymbolWatch watch = new SymbolWatch(symbol, settings);
        for (Map.Entry<String, byte[]> piece : pieces) {
            UnreadableState.orThrow(
                    piece.getKey() + " of " + symbol, () -> watch.with(piece.getKey(), piece.getValue()));
        }
        return watch;
    }

    private SymbolWatch with(String piece, byte[] bytes) throws IOException {
        if (piece.startsWith(ACCOUNT)) {
            accounts.put(piece.substring(ACCOUNT.length()), AccountRules.of(settings, bytes));
        } else if (piece.startsWith(DETECTOR)) {
            of(AlertKind.valueOf(piece.substring(DETECTOR.length()))).readDetector(bytes);
        } else if (piece.equals(SERIES)) {
            series.read(new StateIn(bytes, SymbolRules.FORMAT));
        } else {
            StateIn in = new StateIn(bytes, SymbolRules.FORMAT);
            now.read(in);
            rules.read(in);
        }
        return this;
    }

    private UnusualSeries of(AlertKind kind) throws IOException {
        for (UnusualSeries one : series.all()) {
            if (one.kind() == kind) {
                return one;
            }
        }
        throw new IOException(kind + " is no series: go on with the version that wrote it");
    }

    /**
     * Looks at the next event.
     *
     * @param settings the command that an {@link Accepted} event carries, where it is one that configures; else null
     * @param out is given what this event raises and clears
     */
    public void apply(Event event, @Nullable Command settings, Consumer<Alert> out) {
        now.begin(event, out);
        EventBody body = event.body();
        if (body instanceof ExecutionReport report) {
            report(report);
        } else if (body instanceof Trade trade) {
            trade(trade);
        } else if (body instanceof StockLevel level) {
            of(level.account()).stock(now.of(level.account()), level);
        } else if (body instanceof TopOfBook top) {
            changed = true;
            series.top(now, top);
        } else if (body instanceof Accepted accepted) {
            accepted(accepted, settings);
        }
    }

    private void report(ExecutionReport report) {
        changed = true;
        rules.report(now, report);
        series.report(report);
        of(report.account()).report(now.of(report.account()), report);
    }

    private void trade(Trade trade) {
        changed = true;
        rules.trade(now, trade);
        series.trade(now, trade);
        of(trade.buyer()).trade(now.of(trade.buyer()), trade);
        if (!trade.seller().equals(trade.buyer())) {
            of(trade.seller()).trade(now.of(trade.seller()), trade);
        }
        now.traded(trade);
    }

    private void accepted(Accepted accepted, @Nullable Command settings) {
        if (accepted.kind().equals(CommandType.TICK.wireName())) {
            tick();
        } else if (settings != null) {
            changed = true;
            if (settings.body() instanceof DefineInstrument instrument) {
                now.define(instrument);
            } else if (settings.body() instanceof SetAlertRule rule) {
                now.thresholds().set(rule);
            } else if (settings.body() instanceof SetStockPolicy policy) {
                of(settings.account()).policy(now.of(settings.account()), policy);
            }
        }
    }

    private void tick() {
        boolean said = rules.tick(now);
        changed |= series.tick(now) || said;
        for (Map.Entry<String, AccountRules> account : accounts.entrySet()) {
            if (account.getValue().tick(now.of(account.getKey()))) {
                changedAccounts.add(account.getKey());
            }
        }
    }

    private AccountRules of(String account) {
        changedAccounts.add(account);
        return accounts.computeIfAbsent(account, name -> new AccountRules(settings));
    }

    /** Alerts that the last event would have raised, had a budget admitted them. */
    public int refused() {
        return now.refused();
    }

    /** Writes the pieces that changed since the last time, and removes those of accounts with nothing to remember. */
    public void writeChanges(PieceSink sink) {
        try {
            if (changed) {
                StateOut out = new StateOut(SymbolRules.FORMAT);
                now.write(out);
                rules.write(out);
                sink.put(SYMBOL, out.toBytes());
                StateOut ofSeries = new StateOut(SymbolRules.FORMAT);
                series.write(ofSeries);
                sink.put(SERIES, ofSeries.toBytes());
                changed = false;
            }
            for (UnusualSeries one : series.all()) {
                if (one.changed()) {
                    sink.put(DETECTOR + one.kind(), one.detectorBytes());
                }
            }
            for (String account : changedAccounts) {
                AccountRules state = accounts.get(account);
                if (state == null || state.isEmpty()) {
                    accounts.remove(account);
                    sink.remove(ACCOUNT + account);
                } else {
                    sink.put(ACCOUNT + account, state.toBytes());
                }
            }
            changedAccounts.clear();
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes on the heap", impossible);
        }
    }
}
