package io.stockmate.core.anomaly;

import io.stockmate.core.anomaly.detect.AlertBudget;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.TopOfBook;
import io.stockmate.core.message.Trade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The numeric series of a symbol, one value per bucket, and what detectors find in them. One budget serves all: where
 * several are unusual at once, the most unusual comes first.
 */
final class SymbolSeries {
    private final AnomalySettings settings;
    private final Bucket bucket = new Bucket();
    private final List<UnusualSeries> all =
            List.of(new UnusualReturn(), new UnusualSpread(), new UnusualVolume(), new UnusualOrderRate());
    private AlertBudget budget;

    SymbolSeries(String symbol, AnomalySettings settings) {
        this.settings = settings;
        this.budget = settings.budget();
        ChosenScorers chosen = settings.chosen();
        all.forEach(series -> series.use(chosen.isChosen(symbol), chosen));
    }

    List<UnusualSeries> all() {
        return all;
    }

    void trade(Moment now, Trade trade) {
        bucket.trade(now, trade);
    }

    void report(ExecutionReport report) {
        bucket.report(report);
    }

    void top(Moment now, TopOfBook top) {
        bucket.top(now, top);
    }

    /** @return whether anything changed */
    boolean tick(Moment now) {
        if (!bucket.isOpen()) {
            bucket.open(now);
            return true;
        }
        if (!bucket.endsBy(now.ts(), settings.bucketMs())) {
            return false;
        }
        bucket.close(now.ts());
        if (!bucket.isStretched()) {
            observe(now);
        }
        bucket.open(now);
        return true;
    }

    private void observe(Moment now) {
        List<UnusualSeries> unusual = new ArrayList<>();
        for (UnusualSeries series : all) {
            series.observe(now, bucket);
            series.settle(now);
            if (series.wantsToRaise(now)) {
                unusual.add(series);
            }
        }
        unusual.sort(Comparator.comparingDouble(series -> -series.surprise()));
        for (UnusualSeries series : unusual) {
            if (now.mayRaise(budget)) {
                series.raise(now, bucket);
            }
        }
    }

    /** All but the detectors. */
    void write(StateOut out) throws IOException {
        bucket.write(out);
        budget.write(out.data());
        for (UnusualSeries series : all) {
            series.writeLatch(out);
        }
    }

    void read(StateIn in) throws IOException {
        bucket.read(in);
        budget = settings.budget(in.data());
        for (UnusualSeries series : all) {
            series.readLatch(in);
        }
    }
}
