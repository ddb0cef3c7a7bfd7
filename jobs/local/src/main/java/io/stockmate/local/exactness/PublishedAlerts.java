package io.stockmate.local.exactness;

import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.util.List;

/** The stream of alerts and suggestions beside the lake's. */
public final class PublishedAlerts {
    private PublishedAlerts() {}

    public static List<Violation> violations(StillMarket market) throws Exception {
        Lines lines = new Lines();
        AlertCodec codec = new AlertCodec();
        try (LakeReader lake = LakeReader.open(market.lake(), unreadable -> {})) {
            lake.alerts(alert -> lines.due(codec.encode(alert)));
            lake.suggestions(suggestion -> lines.due(codec.encode(suggestion)));
        }
        market.alerts(record -> lines.sent(record.data()));
        return lines.violations(Invariant.ALERTS_FOLLOW_THE_EVENTS, "stream " + Streams.ALERTS);
    }
}
