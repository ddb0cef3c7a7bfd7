package io.stockmate.local.platform;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what the cluster does, not for ever. */
final class Waiting {
    private static final int PATIENCE_SECONDS = 30;

    private Waiting() {}

    static <T> T forResult(CompletableFuture<? extends T> future, String what) throws IOException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + what, interrupted);
        } catch (ExecutionException failure) {
            throw new IOException("no answer about " + what, failure.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no answer about " + what + " within " + PATIENCE_SECONDS + " s", late);
        }
    }
}
