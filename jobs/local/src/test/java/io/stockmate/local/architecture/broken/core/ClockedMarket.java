package io.stockmate.local.architecture.broken.core;

import com.tngtech.archunit.core.domain.JavaClass;
import io.stockmate.local.architecture.broken.connectors.NosyCodec;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import java.util.UUID;

/** Core that knows a library and another module, and asks clock and chance. */
public record ClockedMarket(JavaClass library, NosyCodec codec) {
    long now() {
        return System.currentTimeMillis() + Instant.now().toEpochMilli() + new Date().getTime();
    }

    String chance() {
        return UUID.randomUUID() + " " + new Random(1).nextInt() + " " + Math.random();
    }
}
