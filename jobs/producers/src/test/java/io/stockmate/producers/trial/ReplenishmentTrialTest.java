package io.stockmate.producers.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.demand.daily.DemandResults;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.demand.daily.SymbolDemand;
import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.NewOrder;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.Side;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.producers.Clock;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** The trial with its markets and the planning of demand, all in one thread. */
class ReplenishmentTrialTest {
    private static final long START = 1_767_225_600_000L;
    private static final long STEP_MS = 1_800_000;
    private static final long DAY_MS = 86_400_000;
    private static final long WEEK_MS = 7 * DAY_MS;
    private static final int WEEKS = 9;
    private static final int WARM_UP_WEEKS = 4;
    private static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private final Map<String, Market> markets = new HashMap<>();
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private final List<Event> refusals = new ArrayList<>();
    private final AcceptedCommands accepted = new AcceptedCommands();
    private long records;

    @Test
    void approvedSuggestionsSaveStockOutsForTheSameCustomersWithNoMoreStockThanTheMeanNeeds() {
        ReplenishmentTrial trial = run(1);
        assertThat(refusals).isEmpty();
        assertThat(stockOuts(Ordering.SUGGESTED))
                .isLessThan(stockOuts(Ordering.FIXED_LEVEL) / 2)
                .isLessThan(stockOuts(Ordering.MEAN_AND_1645) / 2);
        assertThat(total(Ordering.SUGGESTED, Shelf::lost)).isLessThan(total(Ordering.MEAN_AND_1645, Shelf::lost) / 2);
        Verdict verdict = Verdict.of(
                outcome(Ordering.FIXED_LEVEL),
                Ordering.BY_MEAN.stream().map(this::outcome).toList(),
                outcome(Ordering.SUGGESTED),
                trial.approved());
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.stockRatio()).isPresent();
        for (Ordering ordering : Ordering.values()) {
            assertThat(asked(ordering)).as("%s", ordering).isEqualTo(asked(Ordering.SUGGESTED));
        }
    }

    @Test
    void suggestionThatAnotherOrAnOrderTookThePlaceOfIsNotApproved() {
        ReplenishmentTrial trial = new ReplenishmentTrial(1, "r", START);
        step(trial, START);
        assertThat(trial.isBusyAt(START + 3_600_000))
                .as("nobody orders at one o'clock")
                .isFalse();
        assertThat(trial.isBusyAt(START + DAY_MS + 3 * 3_600_000)).isTrue();

        trial.suggest(release(90, 5));
        trial.suggest(release(91, 6));
        assertThat(step(trial, START + 1)).containsExactly(6L);
        assertThat(trial.approved()).isEqualTo(1);

        trial.suggest(release(2, 7));
        assertThat(step(trial, START + 2)).as("made before that order").isEmpty();
        trial.suggest(release(92, 8));
        assertThat(step(trial, START + 3)).containsExactly(8L);
        assertThat(trial.approved()).isEqualTo(2);
    }

    /** What the planning shop of goods 1 orders meanwhile; all shops hear what follows. */
    private List<Long> step(ReplenishmentTrial trial, long time) {
        List<Event> fresh = new ArrayList<>();
        List<Long> ordered = new ArrayList<>();
        for (Submission said : trial.step(time)) {
            apply(said, time, fresh);
            Command command = ((Submission.OfCommand) said).command();
            if (command.body() instanceof NewOrder order
                    && order.side() == Side.BUY
                    && command.account().equals(ReplenishmentTrial.SHOP)) {
                ordered.add(order.orderQty());
            }
        }
        fresh.forEach(trial::observe);
        return ordered;
    }

    private static ReplenishmentSuggestion release(long seq, long qty) {
        String symbol = Ordering.SUGGESTED.symbol(1);
        return new ReplenishmentSuggestion(
                symbol,
                START,
                seq,
                symbol + "-S-" + seq,
                ReplenishmentTrial.SHOP,
                SuggestedAction.RELEASE,
                null,
                qty,
                Absent.NUMBER,
                START,
                "test");
    }

    @Test
    void aShelfCountsWhatItHeldAndForHowLongItWasEmpty() {
        Shelf shelf = new Shelf(1_000, 2_000);
        shelf.take(level(500, 10));
        shelf.take(level(1_200, 0));
        shelf.take(level(1_500, 4));
        shelf.take(level(2_500, 0));
        shelf.end();
        assertThat(shelf.stockOuts()).isEqualTo(1);
        assertThat(shelf.soldOutMs()).isEqualTo(300);
        assertThat(shelf.unitMs()).isEqualTo(10 * 200 + 4 * 500);
    }

    private static Event level(long ts, long onHand) {
        return new Event(
                new EventHeader("PLAN-01", ts, ts, "PLAN-01-" + ts, ts),
                0,
                new Cause("s", "1", 0, ts),
                new StockLevel(
                        ReplenishmentTrial.SHOP, onHand, 0, onHand, 0, StockReason.COUNT, 0, null, Absent.NUMBER));
    }

    private Outcome outcome(Ordering ordering) {
        return new Outcome(
                stockOuts(ordering),
                total(ordering, Shelf::sold),
                total(ordering, Shelf::lost),
                (double) total(ordering, Shelf::unitMs) / ((WEEKS - WARM_UP_WEEKS) * WEEK_MS));
    }

    private long stockOuts(Ordering ordering) {
        return total(ordering, Shelf::stockOuts);
    }

    private long asked(Ordering ordering) {
        return total(ordering, Shelf::sold) + total(ordering, Shelf::lost);
    }

    private long total(Ordering ordering, ToLongFunction<Shelf> figure) {
        return Goods.ALL.stream()
                .mapToLong(goods -> figure.applyAsLong(shelves.get(ordering.symbol(goods.place()))))
                .sum();
    }

    private ReplenishmentTrial run(long seed) {
        ReplenishmentTrial trial = new ReplenishmentTrial(seed, "r", START);
        Clock clock = new Clock(3_600_000);
        for (long time = START; time < START + WEEKS * WEEK_MS; time += STEP_MS) {
            List<Event> fresh = new ArrayList<>();
            for (Submission said : clock.step(time)) {
                apply(said, time, fresh);
            }
            for (Submission said : trial.step(time)) {
                apply(said, time, fresh);
            }
            for (Event event : fresh) {
                clock.observe(event);
                trial.observe(event);
                hear(event, trial);
            }
        }
        shelves.values().forEach(Shelf::end);
        return trial;
    }

    private void apply(Submission said, long time, List<Event> events) {
        Command command = ((Submission.OfCommand) said).command();
        Market market = markets.computeIfAbsent(command.symbol(), symbol -> Market.open(RULES, symbol));
        market.apply(command, new Cause("s", Long.toString(++records), 0, time), events::add);
    }

    private void hear(Event event, ReplenishmentTrial trial) {
        shelves.computeIfAbsent(
                        event.symbol(), symbol -> new Shelf(START + WARM_UP_WEEKS * WEEK_MS, START + WEEKS * WEEK_MS))
                .take(event);
        if (event.body() instanceof BusinessReject
                || event.body() instanceof ExecutionReport report && report.execType() == ExecType.REJECTED) {
            refusals.add(event);
        }
        if (SymbolDemand.concerns(event)) {
            Plan plan = plans.computeIfAbsent(event.symbol(), symbol -> new Plan(trial));
            SymbolDemand.apply(event, accepted.configuration(event), DemandSettings.DEFAULT, plan.pieces, plan);
        }
    }

    /** What the planning of one symbol keeps, and where its suggestions go. */
    private static final class Plan implements DemandResults {
        private final HeapPieces pieces = new HeapPieces();
        private final ReplenishmentTrial trial;

        Plan(ReplenishmentTrial trial) {
            this.trial = trial;
        }

        @Override
        public void day(DemandDay day) {}

        @Override
        public void forecast(DemandForecast forecast) {}

        @Override
        public void score(ForecastScore score) {}

        @Override
        public void suggestion(ReplenishmentSuggestion suggestion) {
            trial.suggest(suggestion);
        }

        @Override
        public void tooLate(long qty) {}

        @Override
        public void notPlanned(String symbol, String account) {
            throw new AssertionError(account + " may not plan " + symbol);
        }
    }
}
