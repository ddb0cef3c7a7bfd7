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
        int bytes = AGGREGATE_BYTES;
        for (byte[] record : records) {
            if (bytes + record.length > AGGREGATE_BYTES) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).add(record);
            bytes += record.length;
        }
        return parts;
    }

    @Override
    public void close() {
        producer.close();
    }
}
