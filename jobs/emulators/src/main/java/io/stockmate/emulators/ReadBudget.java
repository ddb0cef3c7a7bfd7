package io.stockmate.emulators;

/** How much one read may still take: so many records, so many bytes, but always one record. */
final class ReadBudget {
    private final int recordsMax;
    private final long bytesMax;
    private int records;
    private long bytes;

    ReadBudget(int recordsMax, long bytesMax) {
        this.recordsMax = recordsMax;
        this.bytesMax = bytesMax;
    }

    /** Takes the record into account when it still fits. */
    boolean allows(StoredRecord record) {
        bytes += record.data().length + record.partitionKey().length();
        return records++ == 0 || (records <= recordsMax && bytes <= bytesMax);
    }
}
