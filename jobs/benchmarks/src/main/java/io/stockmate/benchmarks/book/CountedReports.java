package io.stockmate.benchmarks.book;

/** Counts reports and keeps a checksum that rolls over all their fields, so that none can be optimised away. */
public final class CountedReports implements BookReports {
    private long count;
    private long checksum;

    @Override
    public void accepted(long sequence, boolean buy, long order, long price, long quantity) {
        add(sequence + order + price * 31 + quantity * 37 + (buy ? 1 : 2));
    }

    @Override
    public void filled(long sequence, long price, long quantity, long maker, long taker) {
        add(sequence + price * 31 + quantity * 37 + maker * 41 + taker * 43);
    }

    @Override
    public void canceled(long sequence, boolean buy, long order, long price) {
        add(sequence * 3 + order + price * 31 + (buy ? 1 : 2));
    }

    @Override
    public void modified(long sequence, boolean buy, long order, long price, long quantity) {
        add(sequence * 5 + order + price * 31 + quantity * 37 + (buy ? 1 : 2));
    }

    @Override
    public void cancelRefused(long sequence, long order) {
        add(sequence * 7 + order);
    }

    @Override
    public void modifyRefused(long sequence, long order) {
        add(sequence * 11 + order);
    }

    private void add(long value) {
        count++;
        checksum += value;
    }

    @Override
    public void endMessage() {
        checksum = checksum * 0x9E37_79B9_7F4A_7C15L + 1;
    }

    public long count() {
        return count;
    }

    public long checksum() {
        return checksum;
    }
}
