package io.stockmate.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.BusinessReject;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecType;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.TradeCorrected;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Else the simulation would say nothing of what its lives do not hold. */
class RandomTradeTest {
    private static final int LIVES = 40;
    private static final int COMMANDS = 500;

    @Test
    void livesHoldWhatHappensInMarkets() {
        Set<ExecType> executions = EnumSet.noneOf(ExecType.class);
        Set<StockReason> movements = EnumSet.noneOf(StockReason.class);
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 1; seed <= LIVES; seed++) {
            Lake lake = Simulation.expected(RandomTrade.stream(seed, COMMANDS)).lake();
            for (String table : List.of(MatchingWork.EVENTS, WatchedSymbols.TABLE, PlannedDemand.TABLE)) {
                lake.table(table)
                        .values()
                        .forEach(rows -> rows.forEach(row -> {
                            Object body = row instanceof Event event ? event.body() : row;
                            kinds.add(body.getClass());
                            if (body instanceof ExecutionReport report) {
                                executions.add(report.execType());
                            } else if (body instanceof StockLevel level) {
                                movements.add(level.reason());
                            }
                        }));
            }
        }
        assertThat(executions).containsAll(EnumSet.complementOf(EnumSet.of(ExecType.ORDER_STATUS)));
        assertThat(movements).containsAll(EnumSet.allOf(StockReason.class));
        assertThat(kinds)
                .contains(
                        TradeCorrected.class,
                        BusinessReject.class,
                        io.stockmate.core.message.Alert.class,
                        DemandDay.class,
                        DemandForecast.class,
                        ForecastScore.class,
                        ReplenishmentSuggestion.class);
    }
}
