package io.stockmate.benchmarks.matching;

import io.stockmate.benchmarks.book.BookReports;

/** Reads no report. */
final class NoReports implements BookReports {
    @Override
    public void accepted(long sequence, boolean buy, long order, long price, long quantity) {}

    @Override
    public void filled(long sequence, long price, long quantity, long maker, long taker) {}

    @Override
    public void canceled(long sequence, boolean buy, long order, long price) {}

    @Override
    public void modified(long sequence, boolean buy, long order, long price, long quantity) {}

    @Override
    public void cancelRefused(long sequence, long order) {}

    @Override
    public void modifyRefused(long sequence, long order) {}

    @Override
    public void endMessage() {}
}
