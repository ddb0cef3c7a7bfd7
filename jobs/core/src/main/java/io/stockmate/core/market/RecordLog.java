package io.stockmate.core.market;

import java.nio.LongBuffer;
import java.util.Arrays;

/** Records of {@link HashedRecords} in the order in which they were added. */
final class RecordLog {
    /** Most symbols have few ids an hour. */
    private static final int FEW = 8;

    private final HashedRecords records;
    private int[] blocks = new int[1];
    private int size;

    RecordLog(HashedRecords records) {
        this.records = records;
    }

    int size() {
        return size;
    }

    void add(long first, long second, long third, long fourth) {
        if (size % HashedRecords.BLOCK == 0) {
            int block = size / HashedRecords.BLOCK;
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * block);
            }
            blocks[block] = records.newBlock(block == 0 ? FEW : HashedRecords.BLOCK);
        }
        records.set(record(size++), first, second, third, fourth);
    }

    /** The number of the record that was added at this place, from 0. */
    int record(int place) {
        return blocks[place / HashedRecords.BLOCK] + place % HashedRecords.BLOCK;
    }

    /** One of the four numbers of the record that was added at this place. */
    long at(int place, int column) {
        return records.at(record(place), column);
    }

    /** Writes the numbers of all records from this place on. */
    void write(int from, LongBuffer numbers) {
        int place = from;
        while (place < size) {
            int inBlock = place % HashedRecords.BLOCK;
            int count = Math.min(HashedRecords.BLOCK - inBlock, size - place);
            numbers.put(
                    records.block(blocks[place / HashedRecords.BLOCK]),
                    inBlock * HashedRecords.WIDTH,
                    count * HashedRecords.WIDTH);
            place += count;
        }
    }

    /** Adds so many records that {@link #write} wrote. */
    void read(LongBuffer numbers, int count) {
        for (int i = 0; i < count; i++) {
            add(numbers.get(), numbers.get(), numbers.get(), numbers.get());
        }
    }

    /** Whether a number of the record at this place is one from 0 to below {@code limit}. */
    boolean hasAt(int place, int column, int limit) {
        long number = at(place, column);
        return number >= 0 && number < limit;
    }

    /** Gives back the room of all records, to which no key leads any more. */
    void free() {
        for (int place = 0; place < size; place += HashedRecords.BLOCK) {
            records.free(record(place));
        }
        size = 0;
    }
}
