package io.stockmate.emulators;

import java.io.IOException;

/** One operation of an API. */
@FunctionalInterface
interface Action {
    /**
     * @throws ApiException when the request is refused
     * @throws IOException when the disk fails: the client is told to try again
     */
    Reply perform(Request request) throws IOException;
}
