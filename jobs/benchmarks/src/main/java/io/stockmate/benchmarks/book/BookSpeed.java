package io.stockmate.benchmarks.book;

/** Messages per second of processor time. */
public record BookSpeed(double market, double exchangeCore) {
    public double ratio() {
        return market / exchangeCore;
    }
}
