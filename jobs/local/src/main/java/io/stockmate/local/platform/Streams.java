package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.config.SourceSettings;

/** The streams of a platform, and how programs beside it read them. */
public final class Streams {
    public static final String COMMANDS = "commands";
    public static final String EVENTS = "events";
    public static final String ALERTS = "alerts";

    /** A Firehose delivery stream. */
    public static final String ORDER_STATUS = "order-status";

    /** A Firehose delivery stream. */
    public static final String ACCOUNTING = "accounting";

    /** Each has so many at first. */
    static final int SHARDS = 2;

    private static final int RECORDS_PER_REQUEST = 10_000;
    private static final int REQUEST_INTERVAL_MS = 50;
    private static final int DISCOVERY_INTERVAL_MS = 10_000;

    private Streams() {}

    /** Reads a stream of one's own without pauses. */
    static SourceSettings readingAtOnce(String stream, AwsSettings aws, InitialPosition from) {
        return new SourceSettings(stream, aws, from, null, RECORDS_PER_REQUEST, 0, DISCOVERY_INTERVAL_MS);
    }

    /** Reads a stream twenty times a second. */
    public static SourceSettings reading(String stream, AwsSettings aws, InitialPosition from) {
        return new SourceSettings(
                stream, aws, from, null, RECORDS_PER_REQUEST, REQUEST_INTERVAL_MS, DISCOVERY_INTERVAL_MS);
    }
}
