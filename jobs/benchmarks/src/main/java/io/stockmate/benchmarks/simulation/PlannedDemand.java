package io.stockmate.benchmarks.simulation;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.demand.daily.DemandResults;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.demand.daily.SymbolDemand;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.state.HeapPieces;

/** Demand, forecasts and suggestions, whose pieces are touched with the events. */
final class PlannedDemand implements Consumer {
    static final String TABLE = "forecast";

    private final KeyedState state;
    private final Mechanisms mechanisms;
    private final AcceptedCommands accepted = new AcceptedCommands();

    PlannedDemand(KeyedState state, Mechanisms mechanisms) {
        this.state = state;
        this.mechanisms = mechanisms;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public void apply(Event event, Outbox out) {
        if (SymbolDemand.concerns(event)) {
            HeapPieces pieces = new HeapPieces(mechanisms.consumerPieces(TABLE, state.pieces(event.symbol(), TABLE)));
            SymbolDemand.apply(
                    event,
                    accepted.configuration(event),
                    DemandSettings.DEFAULT,
                    pieces,
                    new Rows(event.symbol(), out));
        }
    }

    private record Rows(String symbol, Outbox out) implements DemandResults {
        @Override
        public void day(DemandDay day) {
            out.row(TABLE, symbol, day);
        }

        @Override
        public void forecast(DemandForecast forecast) {
            out.row(TABLE, symbol, forecast);
        }

        @Override
        public void score(ForecastScore score) {
            out.row(TABLE, symbol, score);
        }

        @Override
        public void suggestion(ReplenishmentSuggestion suggestion) {
            out.row(TABLE, symbol, suggestion);
        }

        @Override
        public void tooLate(long qty) {
            out.row(TABLE, symbol, "too late: " + qty);
        }

        @Override
        public void notPlanned(String name, String account) {
            out.row(TABLE, symbol, "not planned: " + account);
        }
    }

    @Override
    public void snapshot() {
        // All of it is in the keyed state already.
    }
}
