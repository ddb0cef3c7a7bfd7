package io.stockmate.core.anomaly;

import io.stockmate.core.anomaly.detect.SeriesDetector;
import io.stockmate.core.anomaly.detect.SeriesScorer;
import java.io.DataInput;
import java.io.IOException;

/** Every symbol has the job's own scorers. */
record NoneChosen() implements ChosenScorers {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isChosen(String symbol) {
        return false;
    }

    @Override
    public SeriesScorer create() {
        return new SeriesDetector();
    }

    @Override
    public SeriesScorer read(DataInput in) throws IOException {
        return SeriesDetector.read(in);
    }
}
