package io.stockmate.producers.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.market.Market;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.AlertKind;
import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrderCancelReject;
import io.stockmate.core.message.Tick;
import io.stockmate.producers.Pace;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlantedMarketTest {
    private static final long START = 1_767_225_600_000L;
    private static final long STEP_MS = 1_000_000;
    private static final long WEEK_MS = 7 * 86_400_000L;
    private static final MarketRules RULES = MarketRules.of(List.of("OPS"), MarketRules.CORRECTABLE_MS_DEFAULT);

    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Plant> plants = new ArrayList<>();
    private long records;

    @Test
    void aWeekHoldsEveryKind() {
        run(1, new Pace(10_000, START), WEEK_MS, STEP_MS);
        assertThat(plants).extracting(Plant::kind).contains(AlertKind.values());
        assertThat(PlantedMarket.kinds()).containsExactlyInAnyOrder(AlertKind.values());
        assertThat(plants).allMatch(plant -> START < plant.from() && plant.from() < plant.to());
    }

    @Test
    void nothingThatIsPlantedIsRefused() {
        run(2, new Pace(10_000, START), WEEK_MS, STEP_MS);
        assertThat(events)
                .noneMatch(event -> event.body() instanceof BusinessReject
                        || event.body() instanceof OrderCancelReject
                        || event.body() instanceof ExecutionReport report && report.execType() == ExecType.REJECTED);
    }

    @Test
    void theSameSeedPlantsTheSame() {
        run(3, new Pace(10_000, START), WEEK_MS, STEP_MS);
        List<Plant> first = List.copyOf(plants);
        plants.clear();
        markets.clear();
        run(3, new Pace(10_000, START), WEEK_MS, STEP_MS);
        assertThat(plants).isEqualTo(first);
        plants.clear();
        markets.clear();
        run(4, new Pace(10_000, START), WEEK_MS, STEP_MS);
        assertThat(plants).isNotEqualTo(first);
    }

    @Test
    void inRealTimeOnlyWhatTakesNoDaysIsPlanted() {
        run(1, new Pace(1, START), 10 * 60_000, 1_000);
        Set<AlertKind> kinds = plants.stream().map(Plant::kind).collect(Collectors.toCollection(HashSet::new));
        assertThat(kinds)
                .contains(AlertKind.PRICE_CHANGE, AlertKind.LAYERING, AlertKind.WASH_TRADE)
                .doesNotContain(AlertKind.LATE_RECEIPT, AlertKind.MARKING_THE_CLOSE);
    }

    private void run(long seed, Pace pace, long lengthMs, long stepMs) {
        PlantedMarket planted = new PlantedMarket(seed, pace, "r", plants::add);
        for (long time = START; time < START + lengthMs; time += stepMs) {
            List<Event> fresh = new ArrayList<>();
            for (Submission said : planted.step(time)) {
                Command command = ((Submission.OfCommand) said).command();
                Market market = markets.computeIfAbsent(command.symbol(), symbol -> Market.open(RULES, symbol));
                market.apply(command, new Cause("s", Long.toString(++records), 0, time), fresh::add);
            }
            for (Map.Entry<String, Market> market : markets.entrySet()) {
                Command tick = new Command(market.getKey(), "CLOCK", Absent.NUMBER, new Tick());
                market.getValue().apply(tick, new Cause("s", Long.toString(++records), 0, time), fresh::add);
            }
            fresh.forEach(planted::observe);
            events.addAll(fresh);
        }
    }
}
