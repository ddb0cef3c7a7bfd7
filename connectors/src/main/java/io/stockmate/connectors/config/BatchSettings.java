package io.stockmate.connectors.config;

import java.io.Serializable;
import java.util.List;

/**
 * How a sink gathers records into requests. A request goes out when it is full, or when its oldest record has waited
 * long enough.
 *
 * @param recordsPerRequestMax records in one request
 * @param bytesPerRequestMax bytes in one request
 * @param requestsInFlightMax requests that have not been answered yet
 * @param recordsBufferedMax records that wait; beyond, the job waits
 * @param waitMaxMillis how long a record waits for others
 * @param failOnError whether a refused record fails the job instead of being sent again
 */
public record BatchSettings(
        int recordsPerRequestMax,
        long bytesPerRequestMax,
        int requestsInFlightMax,
        int recordsBufferedMax,
        long waitMaxMillis,
        boolean failOnError)
        implements Serializable {
    public static final String RECORDS_PER_REQUEST_MAX = "sink.batch.max-size";
    public static final String BYTES_PER_REQUEST_MAX = "sink.flush-buffer.size";
    public static final String REQUESTS_IN_FLIGHT_MAX = "sink.requests.max-inflight";
    public static final String RECORDS_BUFFERED_MAX = "sink.requests.max-buffered";
    public static final String WAIT_MAX_MILLIS = "sink.flush-buffer.timeout";
    public static final String FAIL_ON_ERROR = "sink.fail-on-error";

    static final List<String> NAMES = List.of(
            RECORDS_PER_REQUEST_MAX,
            BYTES_PER_REQUEST_MAX,
            REQUESTS_IN_FLIGHT_MAX,
            RECORDS_BUFFERED_MAX,
            WAIT_MAX_MILLIS,
            FAIL_ON_ERROR);

    /** Both services take so many records in one request. */
    private static final int RECORDS_LIMIT = 500;

    /**
     * Reads the {@code sink.} properties of a group.
     *
     * @param defaults what holds where nothing is set; its bytesPerRequestMax is the service's limit too
     */
    static BatchSettings of(PropertyGroup group, BatchSettings defaults) {
        int records = (int) group.integer(RECORDS_PER_REQUEST_MAX, defaults.recordsPerRequestMax, 1, RECORDS_LIMIT);
        return new BatchSettings(
                records,
                group.integer(BYTES_PER_REQUEST_MAX, defaults.bytesPerRequestMax, 1, defaults.bytesPerRequestMax),
                (int) group.integer(REQUESTS_IN_FLIGHT_MAX, defaults.requestsInFlightMax, 1, 1_000),
                (int) group.integer(RECORDS_BUFFERED_MAX, defaults.recordsBufferedMax, records + 1, 1_000_000),
                group.integer(WAIT_MAX_MILLIS, defaults.waitMaxMillis, 1, 60_000),
                group.flag(FAIL_ON_ERROR, defaults.failOnError));
    }
}
