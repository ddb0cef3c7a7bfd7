package io.stockmate.pipelines.demand;

import static io.stockmate.pipelines.runtime.SuggestionSerializer.SUGGESTION;

import io.stockmate.connectors.wire.AcceptedCommands;
import io.stockmate.core.demand.daily.DemandResults;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.demand.daily.SymbolDemand;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.state.PieceStore;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.KeyedPieceStore;
import io.stockmate.pipelines.runtime.metrics.DemandMetrics;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the demand of each symbol and, when a tick closes a day, sends on its facts, scores, forecasts and suggestions.
 * A symbol's state lies in keyed state, in pieces: the large ones, the forecasters, are touched once a day. There are
 * no timers.
 */
@SuppressWarnings("NullAway.Init") // open() and initializeState() set what the workers need
final class PlanDemand extends AbstractStreamOperator<LakeRow>
        implements OneInputStreamOperator<Event, LakeRow>, DemandResults {
    static final OutputTag<ReplenishmentSuggestion> SUGGESTIONS = new OutputTag<>("suggestions", SUGGESTION);

    private static final Logger LOG = LoggerFactory.getLogger(PlanDemand.class);

    /** Part of every savepoint: never changed. */
    private static final String STATE_NAME = "demand-pieces";

    private final DemandSettings settings;

    private transient PieceStore pieces;
    private transient AcceptedCommands accepted;
    private transient DemandMetrics reported;

    PlanDemand(DemandSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        pieces = KeyedPieceStore.of(context.getKeyedStateStore(), STATE_NAME);
    }

    @Override
    public void open() throws Exception {
        super.open();
        accepted = new AcceptedCommands();
        reported = new DemandMetrics(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<Event> element) {
        Event event = element.getValue();
        if (SymbolDemand.concerns(event)) {
            SymbolDemand.apply(event, accepted.configuration(event), settings, pieces, this);
        }
    }

    @Override
    public void day(DemandDay day) {
        output.collect(new StreamRecord<>(new LakeRow.OfDemand(day)));
    }

    @Override
    public void forecast(DemandForecast forecast) {
        output.collect(new StreamRecord<>(new LakeRow.OfForecast(forecast)));
    }

    @Override
    public void score(ForecastScore score) {
        reported.score(score);
        output.collect(new StreamRecord<>(new LakeRow.OfScore(score)));
    }

    @Override
    public void suggestion(ReplenishmentSuggestion suggestion) {
        reported.suggestion(suggestion);
        output.collect(new StreamRecord<>(new LakeRow.OfSuggestion(suggestion)));
        output.collect(SUGGESTIONS, new StreamRecord<>(suggestion));
    }

    @Override
    public void tooLate(long qty) {
        reported.tooLate();
    }

    @Override
    public void notPlanned(String symbol, String account) {
        reported.notPlanned();
        LOG.warn(
                "the stock policy of {} for {} is not kept: {} accounts plan it already, and no more can;"
                        + " sell under an account that plans, or split the symbol",
                account,
                symbol,
                SymbolDemand.PLANNERS_MAX);
    }
}
