package io.stockmate.connectors.kinesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts many records of few partition keys in their order, whatever Kinesis refuses meanwhile: those of a key go together
 * as aggregates, and of each key there is one aggregate under way.
 */
public final class OrderedProducer implements AutoCloseable {
    private static final int AGGREGATE_BYTES = 256 << 10;

    /** What an aggregate adds to each record, at most. */
    private static final int ENVELOPE_BYTES = 16;

    private final KinesisProducer producer;

    /** Closes the producer with itself. */
    public OrderedProducer(KinesisProducer producer) {
        this.producer = producer;
    }

    /**
     * Puts the records and waits until Kinesis has them all.
     *
     * @param byKey the records of each partition key
     * @throws PutRefused as {@link KinesisProducer#put}; of each key there is then a first part in the stream
     */
    public void put(Map<String, List<byte[]>> byKey) throws InterruptedException {
        Map<String, List<List<byte[]>>> aggregates = new LinkedHashMap<>();
        byKey.forEach((key, records) -> aggregates.put(key, split(records)));
        List<OutgoingRecord> round;
        int place = 0;
        do {
            round = new ArrayList<>();
            for (Map.Entry<String, List<List<byte[]>>> each : aggregates.entrySet()) {
                if (place < each.getValue().size()) {
                    round.add(OutgoingRecord.aggregate(
                            each.getKey(), each.getValue().get(place)));
                }
            }
            producer.put(round);
            place++;
        } while (!round.isEmpty());
    }

    private static List<List<byte[]>> split(List<byte[]> records) {
        List<List<byte[]>> parts = new ArrayList<>();
        List<byte[]> part = new ArrayList<>();
        int bytes = 0;
        for (byte[] record : records) {
            if (!part.isEmpty() && bytes + record.length + ENVELOPE_BYTES > AGGREGATE_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(record);
            bytes += record.length + ENVELOPE_BYTES;
        }
        parts.add(part);
        return parts;
    }

    @Override
    public void close() {
        producer.close();
    }
}
