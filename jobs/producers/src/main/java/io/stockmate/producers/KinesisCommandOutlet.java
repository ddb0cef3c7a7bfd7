package io.stockmate.producers;

import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.wire.CommandCodec;
import java.util.ArrayList;
import java.util.List;

/** Puts submissions into a Kinesis stream. */
public final class KinesisCommandOutlet implements CommandOutlet {
    private final KinesisProducer producer;
    private final CommandCodec codec = new CommandCodec();

    /** @param producer closed with this outlet */
    public KinesisCommandOutlet(KinesisProducer producer) {
        this.producer = producer;
    }

    @Override
    public void put(List<Submission> submissions) throws InterruptedException {
        List<OutgoingRecord> records = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            records.add(new OutgoingRecord(submission.partitionKey(), submission.data(codec)));
        }
        producer.put(records);
    }

    @Override
    public void close() {
        producer.close();
    }
}
