package io.stockmate.pipelines.anomaly;

import io.stockmate.core.anomaly.ChosenScorers;
import io.stockmate.core.anomaly.detect.SeriesScorer;
import java.io.DataInput;
import java.io.IOException;
import java.util.Set;

/** Random Cut Forests for the series of some symbols: some 100 times the state of the job's own detector. */
record Forests(Set<String> symbols) implements ChosenScorers {
    private static final long serialVersionUID = 1;

    Forests {
        symbols = Set.copyOf(symbols);
    }

    @Override
    public boolean isChosen(String symbol) {
        return symbols.contains(symbol);
    }

    @Override
    public SeriesScorer create() {
        return new ForestScorer();
    }

    @Override
    public SeriesScorer read(DataInput in) throws IOException {
        return ForestScorer.read(in);
    }
}
