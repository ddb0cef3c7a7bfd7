package io.stockmate.local.architecture.broken.core.book;

/** A book that computes in floating point, openly and in secret. */
public final class RoundingBook {
    float openly;

    long inSecret(long price) {
        return (long) (price / 3.0);
    }
}
