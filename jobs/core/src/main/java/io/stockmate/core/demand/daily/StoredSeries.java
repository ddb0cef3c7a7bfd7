package io.stockmate.core.demand.daily;

import io.stockmate.core.demand.StoredAs;
import io.stockmate.core.state.PieceStore;
import java.util.ArrayList;
import java.util.List;

/** How a symbol's series are stored, for who measures its state. */
public final class StoredSeries {
    private StoredSeries() {}

    /** One for each account's demand, by the name of the account. */
    public static List<StoredAs> of(DemandSettings settings, PieceStore pieces) {
        List<StoredAs> stored = new ArrayList<>();
        for (String name : pieces.names(Series.PREFIX)) {
            byte[] piece = pieces.get(name);
            if (piece != null) {
                stored.add(Series.read(settings, piece).storedAs());
            }
        }
        return stored;
    }
}
