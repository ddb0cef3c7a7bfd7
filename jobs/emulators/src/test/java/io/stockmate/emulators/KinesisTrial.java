package io.stockmate.emulators;

import static io.stockmate.emulators.KinesisFixture.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** An endpoint whose time is set, and an AWS SDK that speaks to it in either format. */
abstract class KinesisTrial {
    static final String ONE_SHARD = "shardId-000000000000";

    final AtomicLong time = new AtomicLong(1_700_000_000_123L);
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    Path directory;

    KinesisEndpoint endpoint;

    final KinesisClient start(boolean cbor) throws IOException {
        endpoint =
                KinesisEndpoint.start(0, directory, KinesisSettings.defaults().withClock(time::get));
        opened.add(endpoint);
        KinesisClient client = client(endpoint.uri(), cbor);
        opened.add(0, client);
        return client;
    }

    @AfterEach
    final void close() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }
}
