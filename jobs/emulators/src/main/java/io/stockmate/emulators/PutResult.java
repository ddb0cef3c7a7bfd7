package io.stockmate.emulators;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What became of one entry of PutRecords: either the first two are there or the last two. */
record PutResult(
        @Nullable String shardId,
        @Nullable String sequenceNumber,
        @Nullable String errorCode,
        @Nullable String errorMessage)
        implements Reply {

    static PutResult stored(String shardId, String sequenceNumber) {
        return new PutResult(shardId, sequenceNumber, null, null);
    }

    static PutResult failed(String errorCode, String errorMessage) {
        return new PutResult(null, null, errorCode, errorMessage);
    }

    boolean failed() {
        return errorCode != null;
    }

    @Override
    public void writeTo(ReplyWriter out) throws IOException {
        out.text("ShardId", shardId);
        out.text("SequenceNumber", sequenceNumber);
        out.text("ErrorCode", errorCode);
        out.text("ErrorMessage", errorMessage);
    }
}
