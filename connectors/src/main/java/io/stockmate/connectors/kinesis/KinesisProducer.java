package io.stockmate.connectors.kinesis;

import io.stockmate.connectors.config.AwsSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * Puts records into one stream, many to a request. May be used by several threads; between their records there is no
 * order.
 *
 * <p>Order: records of a key get ascending sequence numbers in the order of the list, and in that of calls that follow
 * one another, as long as Kinesis refuses none. A refused record is put again before any that was not sent yet; what
 * went with it in the same request and was taken has overtaken it, which the receipts show. Where no record may be
 * overtaken, put them one by one.
 */
public final class KinesisProducer implements AutoCloseable {
    /** What Kinesis takes in one request. */
    static final int RECORDS_PER_REQUEST_MAX = 500;

    static final int BYTES_PER_REQUEST_MAX = 5 * 1_048_576;

    /** Requests in a row of which nothing was taken, until it is given up: after about fifteen seconds. */
    static final int VAIN_REQUESTS_MAX = 12;

    private static final long PAUSE_MILLIS = 50;
    private static final long PAUSE_MILLIS_MAX = 2_000;

    private final KinesisClient client;
    private final String streamName;
    private final Pacing pacing;

    KinesisProducer(KinesisClient client, String streamName, Pacing pacing) {
        this.client = client;
        this.streamName = streamName;
        this.pacing = pacing;
    }

    /** A producer for a stream; sends nothing yet. */
    public static KinesisProducer open(AwsSettings aws, String streamName) {
        return new KinesisProducer(KinesisClients.open(aws), streamName, Pacing.SYSTEM);
    }

    /**
     * Puts the records and waits until Kinesis has them all.
     *
     * @return where each went, in the order of the list
     * @throws PutRefused where Kinesis keeps refusing some
     * @throws software.amazon.awssdk.core.exception.SdkException where Kinesis cannot be reached or refuses whole
     *     requests; it is unknown which records are in the stream
     */
    public List<PutReceipt> put(List<OutgoingRecord> records) throws InterruptedException {
        PutReceipt[] receipts = new PutReceipt[records.size()];
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int place = 0; place < records.size(); place++) {
            waiting.add(place);
        }
        int vain = 0;
        while (!waiting.isEmpty()) {
            int unsettled = waiting.size();
            List<Integer> places = next(waiting, records);
            List<PutRecordsResultEntry> results = send(places.stream().map(records::get));
            String refusal = settle(places, results, receipts, waiting);
            vain = waiting.size() < unsettled ? 0 : vain + 1;
            if (vain == VAIN_REQUESTS_MAX) {
                throw new PutRefused("stream " + streamName + " refused " + waiting.size() + " of " + records.size()
                        + " records " + vain + " times: " + refusal + "; put fewer at a time, or add shards");
            }
            if (!refusal.isEmpty()) {
                pacing.sleep(Math.min(PAUSE_MILLIS << Math.min(vain, 10), PAUSE_MILLIS_MAX));
            }
        }
        return List.of(receipts);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Takes as many of the first as go into one request. */
    private static List<Integer> next(Deque<Integer> waiting, List<OutgoingRecord> records) {
        List<Integer> places = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && places.size() < RECORDS_PER_REQUEST_MAX) {
            bytes += records.get(waiting.peek()).size();
            if (bytes > BYTES_PER_REQUEST_MAX) {
                break;
            }
            places.add(waiting.remove());
        }
        return places;
    }

    private List<PutRecordsResultEntry> send(Stream<OutgoingRecord> records) {
        List<PutRecordsRequestEntry> entries = records.map(record -> PutRecordsRequestEntry.builder()
                        .partitionKey(record.partitionKey())
                        .data(SdkBytes.fromByteArrayUnsafe(record.data()))
                        .build())
                .toList();
        return client.putRecords(request -> request.streamName(streamName).records(entries))
                .records();
    }

    /**
     * Notes receipts, and puts what was refused in front of what waits, in its order.
     *
     * @return the last refusal's code and message; empty where all were taken
     */
    private static String settle(
            List<Integer> places, List<PutRecordsResultEntry> results, PutReceipt[] receipts, Deque<Integer> waiting) {
        String refusal = "";
        Deque<Integer> refused = new ArrayDeque<>();
        for (int i = 0; i < places.size(); i++) {
            PutRecordsResultEntry result = results.get(i);
            if (result.errorCode() == null) {
                receipts[places.get(i)] = new PutReceipt(result.shardId(), result.sequenceNumber());
            } else {
                refused.add(places.get(i));
                refusal = result.errorCode() + " (" + result.errorMessage() + ")";
            }
        }
        for (Iterator<Integer> last = refused.descendingIterator(); last.hasNext(); ) {
            waiting.addFirst(last.next());
        }
        return refusal;
    }
}
