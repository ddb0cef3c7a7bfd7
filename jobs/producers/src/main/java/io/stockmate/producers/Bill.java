package io.stockmate.producers;

import io.stockmate.core.message.Absent;
import java.util.SplittableRandom;

/** What a customer owes for an order, and how often its payment was tried. */
final class Bill {
    private static final int FAILS_ONE_IN = 12;

    private final String symbol;
    private final String account;
    private final String orderId;
    private long amount;
    private int attempt = 1;
    private long due = Absent.NUMBER;

    Bill(String symbol, String account, String orderId) {
        this.symbol = symbol;
        this.account = account;
        this.orderId = orderId;
    }

    String symbol() {
        return symbol;
    }

    String account() {
        return account;
    }

    String orderId() {
        return orderId;
    }

    /** In units of 10⁻⁴. */
    long amount() {
        return amount;
    }

    void add(long more) {
        amount = Math.addExact(amount, more);
    }

    /** The same for the same attempt, so that saying it again does nothing. */
    String paymentId() {
        return "pay-" + orderId.replace('.', '_') + "-" + attempt;
    }

    /** From 1. */
    int attempt() {
        return attempt;
    }

    void tryAgain(long time) {
        attempt++;
        due = time;
    }

    void dueAt(long time) {
        due = time;
    }

    boolean isDue(long time) {
        return !Absent.is(due) && due <= time;
    }

    /** Chance depends on the order and the attempt alone. */
    SplittableRandom chance(long seed) {
        return new SplittableRandom(seed + 31L * orderId.hashCode() + attempt);
    }

    boolean fails(long seed) {
        return chance(seed).nextInt(FAILS_ONE_IN) == 0;
    }
}
