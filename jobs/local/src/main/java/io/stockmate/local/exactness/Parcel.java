package io.stockmate.local.exactness;

import io.stockmate.connectors.kinesis.OutgoingRecord;
import io.stockmate.connectors.kinesis.PutReceipt;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.message.Cause;
import io.stockmate.producers.Submission;
import java.util.ArrayList;
import java.util.List;

/** What is put as one record of Kinesis: one submission, or several of one partition key as an aggregate. */
record Parcel(String partitionKey, List<byte[]> contents) {

    /** The submissions in their order; neighbours of one key go together, at most {@code most} of them. */
    static List<Parcel> of(List<Submission> submissions, CommandCodec codec, int most) {
        List<Parcel> parcels = new ArrayList<>();
        for (Submission submission : submissions) {
            Parcel last = parcels.isEmpty() ? null : parcels.get(parcels.size() - 1);
            if (last == null || last.contents.size() == most || !last.partitionKey.equals(submission.partitionKey())) {
                last = new Parcel(submission.partitionKey(), new ArrayList<>());
                parcels.add(last);
            }
            last.contents.add(submission.data(codec));
        }
        return parcels;
    }

    OutgoingRecord outgoing() {
        return contents.size() == 1
                ? new OutgoingRecord(partitionKey, contents.get(0))
                : OutgoingRecord.aggregate(partitionKey, contents);
    }

    /** As the source of a job hands on what is in it. */
    List<ArrivedRecord> arrived(PutReceipt receipt, long arrivedAt) {
        List<ArrivedRecord> arrived = new ArrayList<>();
        for (byte[] content : contents) {
            Cause cause = new Cause(receipt.shardId(), receipt.sequenceNumber(), arrived.size(), arrivedAt);
            arrived.add(new ArrivedRecord(cause, partitionKey, content));
        }
        return arrived;
    }
}
