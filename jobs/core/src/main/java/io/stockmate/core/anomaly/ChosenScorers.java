package io.stockmate.core.anomaly;

import io.stockmate.core.anomaly.detect.SeriesScorer;
import java.io.DataInput;
import java.io.IOException;
import java.io.Serializable;

/** Scorers for the series of a few chosen symbols, in place of the job's own. */
public interface ChosenScorers extends Serializable {
    /** No symbol is chosen. */
    ChosenScorers NONE = new NoneChosen();

    boolean isChosen(String symbol);

    /** One that has seen nothing. */
    SeriesScorer create();

    /** One that goes on as that which wrote the bytes. */
    SeriesScorer read(DataInput in) throws IOException;
}
