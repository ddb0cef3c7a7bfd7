package io.stockmate.emulators;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Closes several things although one of them fails. */
final class Closing {
    private Closing() {}

    /** @throws IOException the first failure, with the others suppressed */
    static void all(Collection<? extends Closeable> resources) throws IOException {
        @Nullable IOException first = null;
        for (Closeable resource : resources) {
            try {
                resource.close();
            } catch (IOException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Adds to {@code failure} what goes wrong in closing. */
    static void afterFailure(Collection<? extends Closeable> resources, Exception failure) {
        try {
            all(resources);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }
}
