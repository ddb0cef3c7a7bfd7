package io.stockmate.lake;

import java.time.LocalDate;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** Puts a row into {@code TABLE/dt=YYYY-MM-DD}, the day being UTC's. */
final class TableAndDay implements BucketAssigner<LakeRow, String> {
    private static final long DAY_MILLIS = 86_400_000;

    @Override
    public String getBucketId(LakeRow row, Context context) {
        return of(row);
    }

    String of(LakeRow row) {
        return row.table().tableName() + "/dt=" + LocalDate.ofEpochDay(Math.floorDiv(row.ts(), DAY_MILLIS));
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
