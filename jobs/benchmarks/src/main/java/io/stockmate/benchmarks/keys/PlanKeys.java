package io.stockmate.benchmarks.keys;

import io.stockmate.core.demand.StoredAs;
import io.stockmate.core.demand.daily.DemandResults;
import io.stockmate.core.demand.daily.DemandSettings;
import io.stockmate.core.demand.daily.StoredSeries;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.pipelines.runtime.KeyedPieceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Plans keys as the demand job does, with its pieces in keyed state. On a key's first visit all days but the last
 * {@link #SINGLE_DAYS} pass, their pieces gathered in memory and written once; on each further one a day, read from the
 * backend and written back. In memory days close by the week, and one by one for one key of
 * {@link #KEYS_PER_CLOSED_DAILY}, so that its size after every day is seen. For one job at a time.
 */
final class PlanKeys extends AbstractStreamOperator<Integer>
        implements OneInputStreamOperator<Long, Integer>, DemandResults {
    private static final long serialVersionUID = 1;

    /** How many days pass one by one, each in a visit of its own. */
    static final int SINGLE_DAYS = 2;

    private static final int DAYS_CLOSED_TOGETHER = 7;
    private static final int KEYS_PER_CLOSED_DAILY = 100;

    /** Those of the job that runs. */
    static volatile KeyFigures figures = new KeyFigures(1);

    private final long keys;
    private final int days;
    private final String directory;
    private transient MeasuredPieces pieces;

    /** @param directory where the backend keeps its files */
    @SuppressWarnings("NullAway.Init") // initializeState() sets the pieces
    PlanKeys(long keys, int days, Path directory) {
        this.keys = keys;
        this.days = days;
        this.directory = directory.toString();
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        pieces = new MeasuredPieces(KeyedPieceStore.of(context.getKeyedStateStore(), "demand-pieces"));
    }

    @Override
    public void processElement(StreamRecord<Long> element) {
        long key = element.getValue() % keys;
        int round = (int) (element.getValue() / keys);
        pieces.forget();
        if (round == 0) {
            passMany(key);
        } else {
            passOne(key, days - SINGLE_DAYS + round - 1);
        }
        figures.took(key, pieces.bytes());
        if (round == SINGLE_DAYS) {
            StoredAs as = StoredSeries.of(DemandSettings.DEFAULT, pieces).get(0);
            figures.ended(as, pieces.bytes());
        }
        figures.visited();
    }

    private void passMany(long key) {
        GatheredPieces gathered = new GatheredPieces(pieces);
        MeasuredPieces measured = new MeasuredPieces(gathered);
        KeyDays events = new KeyDays(key, measured, this);
        events.open();
        int last = days - SINGLE_DAYS - 1;
        int together = key % KEYS_PER_CLOSED_DAILY == 0 ? 1 : DAYS_CLOSED_TOGETHER;
        for (int day = 0; day <= last; day++) {
            events.pass(day);
            if (day % together == together - 1 || day == last) {
                events.close(day);
            }
            figures.took(key, measured.bytes());
        }
        gathered.flush();
        figures.values.addAndGet(days - SINGLE_DAYS);
    }

    private void passOne(long key, int day) {
        KeyDays events = new KeyDays(key, pieces, this);
        events.pass(day);
        events.close(day);
        figures.values.incrementAndGet();
    }

    @Override
    public void finish() throws Exception {
        super.finish();
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            figures.diskBytes.accumulateAndGet(
                    files.filter(Files::isRegularFile).mapToLong(PlanKeys::size).sum(), Math::max);
        }
    }

    /** A file that is merged into another while they are counted counts no more. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void day(DemandDay day) {}

    @Override
    public void forecast(DemandForecast forecast) {
        figures.forecasts.incrementAndGet();
    }

    @Override
    public void score(ForecastScore score) {}

    @Override
    public void suggestion(ReplenishmentSuggestion suggestion) {}

    @Override
    public void tooLate(long qty) {}

    @Override
    public void notPlanned(String symbol, String account) {
        throw new IllegalStateException(account + " may not plan " + symbol + ", the only account it has");
    }
}
