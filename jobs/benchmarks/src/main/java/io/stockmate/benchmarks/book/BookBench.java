package io.stockmate.benchmarks.book;

import io.stockmate.benchmarks.Median;
import io.stockmate.core.book.Book;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends a flow through the market's book and through exchange-core's, in turns, by processor time. */
public final class BookBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final OrderFlow flow;
    private final Supplier<Book> empty;

    public BookBench(OrderFlow flow, Supplier<Book> empty) {
        this.flow = flow;
        this.empty = empty;
    }

    /** The hash of what the market's book reports. */
    public String sha256() {
        return sha256(reports -> new MarketBook(empty.get(), reports));
    }

    /** The hash of what exchange-core's book reports. */
    public String exchangeCoreSha256() {
        return sha256(ExchangeCoreBook::new);
    }

    private String sha256(Function<HashedReports, BookEngine> engine) {
        HashedReports reports = new HashedReports();
        run(engine.apply(reports), reports);
        return reports.sha256();
    }

    /**
     * Medians over rounds, after as many that warm up.
     *
     * @param rounds at least one
     */
    public BookSpeed measure(int warmUp, int rounds) {
        List<Double> market = new ArrayList<>();
        List<Double> exchangeCore = new ArrayList<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            double ours = speed(reports -> new MarketBook(empty.get(), reports));
            double theirs = speed(ExchangeCoreBook::new);
            if (round >= warmUp) {
                market.add(ours);
                exchangeCore.add(theirs);
            }
        }
        return new BookSpeed(Median.of(market), Median.of(exchangeCore));
    }

    /** Messages per second of the thread's processor time. */
    private double speed(Function<CountedReports, BookEngine> engine) {
        CountedReports reports = new CountedReports();
        BookEngine book = engine.apply(reports);
        long begin = THREADS.getCurrentThreadCpuTime();
        run(book, reports);
        long nanos = THREADS.getCurrentThreadCpuTime() - begin;
        if (reports.count() == 0) {
            throw new IllegalStateException("no report of " + flow.size() + " messages: " + reports.checksum());
        }
        return flow.size() * 1e9 / nanos;
    }

    private void run(BookEngine engine, BookReports reports) {
        int size = flow.size();
        for (int message = 0; message < size; message++) {
            engine.apply(flow, message);
            reports.endMessage();
        }
    }
}
