package io.stockmate.benchmarks.book;

/** An empty book that takes the messages of a flow. */
public interface BookEngine {
    /** Applies one message and reports what came of it, but for {@link BookReports#endMessage()}. */
    void apply(OrderFlow flow, int message);
}
