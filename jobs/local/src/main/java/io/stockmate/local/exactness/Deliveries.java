package io.stockmate.local.exactness;

import io.stockmate.connectors.firehose.OrderStatusSink;
import io.stockmate.connectors.wire.AccountingCodec;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeReader;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.local.platform.Streams;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Firehose delivered beside what it was to deliver. */
public final class Deliveries {
    private Deliveries() {}

    /** Of the order statuses, beside the events that were published. */
    public static List<Violation> ofStatuses(StillMarket market, DataDirectory data) throws Exception {
        Lines lines = new Lines();
        EventCodec codec = new EventCodec();
        market.events(record -> {
            Event event = codec.decode(record.data());
            if (OrderStatusSink.takes(event)) {
                lines.due(codec.encode(event));
            }
        });
        return compared(lines, Streams.ORDER_STATUS, data);
    }

    /** Of transfers and usage, beside the lake's. */
    public static List<Violation> ofAccounting(DataDirectory data) throws IOException {
        Lines lines = new Lines();
        AccountingCodec codec = new AccountingCodec();
        try (LakeReader lake = LakeReader.open(data.lake(), unreadable -> {})) {
            lake.transfers(transfer -> lines.due(codec.encode(transfer)));
            lake.usage(usage -> lines.due(codec.encode(usage)));
        }
        return compared(lines, Streams.ACCOUNTING, data);
    }

    private static List<Violation> compared(Lines lines, String stream, DataDirectory data) throws IOException {
        try (Stream<Path> files = Files.walk(data.deliveries().resolve(stream))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (Stream<String> delivered = Files.lines(file)) {
                    delivered.forEach(line -> lines.sent(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return lines.violations(Invariant.DELIVERIES_FOLLOW_THE_EVENTS, "delivery stream " + stream);
    }
}
