package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.Forecast;
import io.stockmate.core.demand.inventory.StockPolicy;
import io.stockmate.core.demand.inventory.StockTargets;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.state.Days;
import io.stockmate.core.state.PieceStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Closes the days of a symbol that are due, one after another, and plans from the last of them. */
final class DayClose {
    private final String symbol;
    private final DemandSettings settings;
    private final PieceStore pieces;
    private final Head head;
    private final DemandResults results;
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Series> series = new TreeMap<>();
    private Calendar calendar = new Calendar();

    DayClose(String symbol, DemandSettings settings, PieceStore pieces, Head head, DemandResults results) {
        this.symbol = symbol;
        this.settings = settings;
        this.pieces = pieces;
        this.head = head;
        this.results = results;
    }

    /** @return whether a day was closed by this tick */
    boolean closeUpTo(EventHeader tick) {
        long last = Days.of(tick.ts() - settings.correctableMs()) - 1;
        if (last <= head.closedDay) {
            return false;
        }
        long reviewed = head.closedDay + 1;
        load();
        while (head.closedDay < last) {
            close(head.closedDay + 1, tick);
        }
        forgetIdle();
        forgetBuyers(last);
        plan(reviewed, last, tick);
        calendar.closeUpTo(last);
        store();
        return true;
    }

    private void load() {
        for (String name : pieces.names(Account.PREFIX)) {
            byte[] piece = pieces.get(name);
            if (piece != null) {
                accounts.put(name.substring(Account.PREFIX.length()), Account.read(piece));
            }
        }
        for (String name : pieces.names(Series.PREFIX)) {
            byte[] piece = pieces.get(name);
            if (piece != null) {
                series.put(name.substring(Series.PREFIX.length()), Series.read(settings, piece));
            }
        }
        byte[] known = pieces.get(Calendar.NAME);
        if (known != null) {
            calendar = Calendar.read(known);
        }
    }

    private void forgetIdle() {
        for (Map.Entry<String, Account> each : List.copyOf(accounts.entrySet())) {
            String name = each.getKey();
            Account account = each.getValue();
            Series known = series.get(name);
            if (!account.isQuiet() || known != null && !known.isIdle(account.hasGoods())) {
                continue;
            }
            series.remove(name);
            pieces.remove(Series.PREFIX + name);
            if (Absent.is(account.onHand) || !account.hasGoods()) {
                accounts.remove(name);
                pieces.remove(Account.PREFIX + name);
                head.soldOut -= account.isSoldOut() ? 1 : 0;
            }
        }
    }

    private void forgetBuyers(long last) {
        for (String name : pieces.names(Buyer.PREFIX)) {
            byte[] piece = pieces.get(name);
            if (piece != null && Buyer.read(piece).isIdle(last)) {
                pieces.remove(name);
            }
        }
    }

    private void store() {
        accounts.forEach((name, account) -> pieces.put(Account.PREFIX + name, account.toBytes()));
        series.forEach((name, each) -> pieces.put(Series.PREFIX + name, each.toBytes()));
        if (pieces.get(Calendar.NAME) != null) {
            pieces.put(Calendar.NAME, calendar.toBytes());
        }
    }

    private void close(long day, EventHeader tick) {
        Bucket bucket = head.close(day);
        boolean isKnown = bucket != null && day > head.firstDay;
        Map<String, AccountDay> days = new TreeMap<>();
        accounts.forEach((name, account) -> days.put(name, account.close(day)));
        double[] regressors = calendar.regressors(day);
        Map<String, Double> lost =
                new LostSales(series, head.planned, days, regressors).split(bucket == null ? 0 : bucket.lost);
        if (bucket != null) {
            results.day(DemandDay.ofSymbol(symbol, tick.ts(), tick.seq(), Days.start(day), bucket.unmet, bucket.late));
        }
        days.forEach((name, facts) -> {
            double demand = facts.sold + facts.issued + lost.getOrDefault(name, 0.0);
            Series known = series.get(name);
            boolean isCensored = facts.soldOutMs >= Days.MS && demand == 0;
            if (bucket != null && (known != null || facts != AccountDay.NOTHING)) {
                results.day(day(name, day, tick, facts, demand, isKnown && !isCensored));
            }
            if (known == null && (!isKnown || demand == 0) && !isPlannedByCategory(name)) {
                return;
            }
            if (known == null) {
                known = Series.start(settings, head.category);
                series.put(name, known);
            }
            if (!isKnown || isCensored) {
                known.observe(Double.NaN, facts.sold + facts.issued, regressors, facts.price);
                return;
            }
            for (ForecastModel model : ForecastModel.values()) {
                Expectation expected = known.next(model, calendar.forecastRegressors(day));
                results.score(score(name, day, tick, facts, demand, model, expected));
            }
            known.observe(demand, facts.sold + facts.issued, regressors, facts.price);
        });
    }

    /** Whether something is known of its demand before it has any, and asked for. */
    private boolean isPlannedByCategory(String name) {
        return head.planned.contains(name) && settings.coldStarts().containsKey(head.category);
    }

    private DemandDay day(String name, long day, EventHeader tick, AccountDay facts, double demand, boolean isKnown) {
        return new DemandDay(
                symbol,
                tick.ts(),
                tick.seq(),
                name,
                Days.start(day),
                facts.sold,
                facts.issued,
                Expectation.decimal(demand - facts.sold - facts.issued),
                isKnown ? Expectation.decimal(demand) : Absent.NUMBER,
                facts.soldOutMs,
                facts.price,
                Absent.NUMBER,
                Absent.NUMBER);
    }

    private ForecastScore score(
            String name,
            long day,
            EventHeader tick,
            AccountDay facts,
            double demand,
            ForecastModel model,
            Expectation expected) {
        Account account = accounts.get(name);
        boolean hasStock = account != null && !Absent.is(account.onHand);
        return new ForecastScore(
                symbol,
                tick.ts(),
                tick.seq(),
                name,
                Days.start(day),
                model,
                facts.sold,
                facts.issued,
                Expectation.decimal(demand - facts.sold - facts.issued),
                Expectation.decimal(demand),
                hasStock && account != null ? account.onHand : Absent.NUMBER,
                hasStock && account != null ? account.onOrder : Absent.NUMBER,
                Expectation.decimal(expected.mean()),
                expected.isKnown() ? Expectation.decimal(expected.p10()) : Absent.NUMBER,
                expected.isKnown() ? Expectation.decimal(expected.p50()) : Absent.NUMBER,
                expected.isKnown() ? Expectation.decimal(expected.p90()) : Absent.NUMBER,
                expected.isKnown() ? Expectation.decimal(demand - expected.mean()) : Absent.NUMBER,
                expected.isKnown() ? Expectation.decimal(expected.pinball(demand)) : Absent.NUMBER);
    }

    private void plan(long reviewed, long last, EventHeader tick) {
        Suggestions suggestions = new Suggestions(symbol, tick, head, results);
        series.forEach((name, each) -> {
            Forecast forecast = each.forecast(regressors(last, settings.horizonDays()));
            if (Double.isNaN(forecast.mean(1))) {
                return;
            }
            Account account = accounts.get(name);
            StockTargets targets = account == null ? null : targets(account, each, last);
            for (int step = 1; step <= forecast.horizon(); step++) {
                results.forecast(row(name, last, step, tick, Expectation.of(forecast.at(step)), targets));
            }
            if (account != null && targets != null) {
                suggestions.review(name, account, targets, forecast, reviewed, last + 1);
            }
        });
    }

    private @Nullable StockTargets targets(Account account, Series demand, long last) {
        if (account.policy == null || Absent.is(account.onHand)) {
            return null;
        }
        StockPolicy policy = StockPolicy.of(account.policy);
        return Targets.of(policy, days -> demand.total(regressors(last, days)));
    }

    private DemandForecast row(
            String name, long last, int step, EventHeader tick, Expectation expected, @Nullable StockTargets targets) {
        return new DemandForecast(
                symbol,
                tick.ts(),
                tick.seq(),
                name,
                Days.start(last + step),
                ForecastModel.ADAPTIVE,
                Expectation.decimal(expected.mean()),
                Expectation.decimal(expected.p10()),
                Expectation.decimal(expected.p50()),
                Expectation.decimal(expected.p90()),
                targets == null ? Absent.NUMBER : targets.safetyStock(),
                targets == null ? Absent.NUMBER : targets.reorderPoint(),
                targets == null ? Absent.NUMBER : targets.orderUpTo(),
                Days.start(last));
    }

    private double[][] regressors(long last, int days) {
        double[][] regressors = new double[days][];
        for (int i = 0; i < days; i++) {
            regressors[i] = calendar.regressors(last + 1 + i);
        }
        return regressors;
    }
}
