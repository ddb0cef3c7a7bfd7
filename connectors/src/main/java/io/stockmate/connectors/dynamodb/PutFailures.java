package io.stockmate.connectors.dynamodb;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Which failures of a put may pass when it is tried again, and how long to wait before: twice as long each time. */
final class PutFailures {
    static final Duration PAUSE_MIN = Duration.ofMillis(100);
    static final Duration PAUSE_MAX = Duration.ofSeconds(10);

    private static final int SERVER_ERROR = 500;
    private static final int DOUBLINGS_MAX = 7;

    private final AtomicInteger inARow = new AtomicInteger();

    /** Throttling, a server's error, another write to the same item, and what does not reach the service; not what it says no to. */
    static boolean mayPass(Throwable failure) {
        if (failure instanceof SdkServiceException refusal) {
            return refusal.isThrottlingException()
                    || refusal.statusCode() >= SERVER_ERROR
                    || refusal instanceof TransactionConflictException
                    || refusal instanceof ReplicatedWriteConflictException;
        }
        return failure instanceof SdkClientException && isOfTheWay(failure);
    }

    /** A client that is wrong in itself, without credentials or with an address that is none, fails without these. */
    private static boolean isOfTheWay(Throwable failure) {
        if (failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || failure instanceof AbortedException) {
            return true;
        }
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** The pause before what failed is tried again. */
    Duration pause() {
        Duration pause = PAUSE_MIN.multipliedBy(1L << Math.min(DOUBLINGS_MAX, inARow.getAndIncrement()));
        return pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX;
    }

    /** The service took what it was given. */
    void passed() {
        inARow.set(0);
    }
}
