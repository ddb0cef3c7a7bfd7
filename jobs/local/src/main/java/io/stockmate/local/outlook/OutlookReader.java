package io.stockmate.local.outlook;

import io.stockmate.core.demand.inventory.StockClass;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Trade;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.CommandFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds in a lake what there is to tell of a symbol's demand. */
public final class OutlookReader {
    private final String symbol;
    private final Map<String, Known> accounts = new TreeMap<>();
    private long newestClose;

    /** Of one account. */
    private static final class Known {
        private final List<ForecastScore> days = new ArrayList<>();
        private final List<DemandForecast> ahead = new ArrayList<>();
        private final List<ReplenishmentSuggestion> suggestions = new ArrayList<>();
        private double demand;
    }

    private OutlookReader(String symbol) {
        this.symbol = symbol;
    }

    /**
     * @param account null for the one that plans its stock, or else for the one with most demand
     * @return nothing where none is forecast
     */
    public static Optional<Outlook> read(Path lake, String symbol, @Nullable String account) {
        OutlookReader outlook = new OutlookReader(symbol);
        try (LakeReader reader = LakeReader.open(lake, row -> {
            throw new CommandFailed("a row of " + row.table() + " cannot be read: " + row.problem());
        })) {
            reader.demand(outlook::take);
            reader.forecasts(outlook::take);
            reader.scores(outlook::take);
            reader.suggestions(outlook::take);
            return outlook.of(account).map(chosen -> outlook.outlook(chosen, stockClass(reader, symbol, chosen)));
        }
    }

    private static @Nullable StockClass stockClass(LakeReader reader, String symbol, String account) {
        Assortment assortment = new Assortment();
        reader.scores(account, assortment::take);
        reader.sales(account, event -> {
            if (event.body() instanceof Trade trade) {
                assortment.take(event.symbol(), trade);
            }
        });
        return assortment.classes().get(symbol);
    }

    private Known of(String owner, String ofSymbol) {
        return ofSymbol.equals(symbol) ? accounts.computeIfAbsent(owner, name -> new Known()) : new Known();
    }

    /** Whoever was forgotten, a closed day is told of the symbol itself. */
    private void take(DemandDay day) {
        if (day.symbol().equals(symbol) && day.account() == null) {
            newestClose = Math.max(newestClose, day.ts());
        }
    }

    /** Only the newest forecast is kept. */
    private void take(DemandForecast forecast) {
        List<DemandForecast> ahead = of(forecast.account(), forecast.symbol()).ahead;
        if (!ahead.isEmpty() && ahead.get(0).ts() < forecast.ts()) {
            ahead.clear();
        }
        if (ahead.isEmpty() || ahead.get(0).ts() == forecast.ts()) {
            ahead.add(forecast);
        }
    }

    private void take(ForecastScore score) {
        if (score.model() == ForecastModel.ADAPTIVE) {
            Known known = of(score.account(), score.symbol());
            known.days.add(score);
            known.demand += score.demand();
        }
    }

    private void take(ReplenishmentSuggestion suggestion) {
        of(suggestion.account(), suggestion.symbol()).suggestions.add(suggestion);
    }

    /** Each close tells all accounts of a symbol; one that it does not tell was forgotten. */
    private Optional<String> of(@Nullable String account) {
        accounts.values().removeIf(known -> known.ahead.isEmpty());
        long newest = accounts.values().stream()
                .mapToLong(known -> known.ahead.get(0).ts())
                .reduce(newestClose, Math::max);
        accounts.values().removeIf(known -> known.ahead.get(0).ts() < newest);
        return accounts.keySet().stream()
                .filter(name -> account == null || name.equals(account))
                .max(Comparator.comparing(this::plansStock).thenComparing(this::demand));
    }

    private boolean plansStock(String account) {
        return known(account).ahead.stream().anyMatch(day -> !Absent.is(day.reorderPoint()));
    }

    private double demand(String account) {
        return known(account).demand;
    }

    private Known known(String account) {
        return accounts.getOrDefault(account, new Known());
    }

    private Outlook outlook(String account, @Nullable StockClass stockClass) {
        Known known = known(account);
        known.days.sort(Comparator.comparingLong(ForecastScore::bucketStart));
        known.ahead.sort(Comparator.comparingLong(DemandForecast::bucketStart));
        long newest = known.ahead.get(0).ts();
        return new Outlook(
                symbol,
                account,
                known.days,
                known.ahead,
                known.suggestions.stream()
                        .filter(suggestion -> suggestion.ts() == newest)
                        .sorted(Comparator.comparing(ReplenishmentSuggestion::suggestionId))
                        .toList(),
                accounts.keySet().stream().filter(name -> !name.equals(account)).toList(),
                stockClass);
    }
}
