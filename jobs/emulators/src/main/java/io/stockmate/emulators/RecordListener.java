package io.stockmate.emulators;

/** Sees records as they are put, without polling. */
@FunctionalInterface
public interface RecordListener {
    /**
     * Called after the record has been written and before the producer has its answer; in order within a shard,
     * concurrently for several. It must be quick, since the shard takes no other record meanwhile. One that throws is
     * not called again.
     */
    void onRecord(KinesisRecord record);
}
