package io.stockmate.connectors.kinesis;

/** Kinesis kept refusing records. Those that went before them are in the stream. */
public final class PutRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    PutRefused(String message) {
        super(message);
    }
}
