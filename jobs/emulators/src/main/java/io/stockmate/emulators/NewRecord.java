package io.stockmate.emulators;

import java.nio.charset.StandardCharsets;

/** A record on its way into a shard. */
record NewRecord(String partitionKey, byte[] data) {

    /** What counts against the limits: the key in UTF-8 and the data. */
    int bytes() {
        return partitionKey.getBytes(StandardCharsets.UTF_8).length + data.length;
    }
}
