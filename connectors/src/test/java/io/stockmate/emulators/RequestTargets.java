package io.stockmate.emulators;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * Requests to the local endpoints, in both of their formats, and shard iterators. Stands here because the endpoints know
 * no other module, not even one of tests.
 */
public final class RequestTargets implements FuzzTargets {
    private static final ShardIterators ITERATORS = new ShardIterators(Duration.ofMinutes(5), () -> 0);
    private static final int ENTRIES_MAX = 500;
    private static final List<Consumer<Request>> MEMBERS = List.of(
            request -> request.optionalText("StreamName"),
            request -> request.integerOr("Limit", 1, 1, 10_000),
            request -> request.time("Timestamp"),
            RequestTargets::entries);

    @Override
    public List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("request-json", 2, json(), input -> read(input, WireFormat.JSON), ApiException.class),
                new FuzzTarget("request-cbor", 2, cbor(), input -> read(input, WireFormat.CBOR), ApiException.class),
                new FuzzTarget("iterator", 1, iterators(), RequestTargets::open, ApiException.class));
    }

    private static List<byte[]> json() {
        String data = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        return List.of(("{\"StreamName\":\"commands\",\"Limit\":5,\"Timestamp\":1772634600.5,\"Records\":[{\"Data\":\""
                        + data + "\",\"PartitionKey\":\"SKU-001\"}]}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> cbor() {
        try {
            return List.of(WireFormat.CBOR.write(out -> {
                out.text("StreamName", "commands");
                out.text("PartitionKey", "SKU-001");
            }));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void read(byte[] body, WireFormat format) {
        Request request = new Request(format.read(body), format);
        for (Consumer<Request> member : MEMBERS) {
            reading(member, request);
        }
    }

    /** The next member is to have its turn, too. */
    private static void reading(Consumer<Request> member, Request request) {
        try {
            member.accept(request);
        } catch (ApiException refused) {
            assert refused.status() == 400;
        }
    }

    private static void entries(Request request) {
        for (Request entry : request.objects("Records", ENTRIES_MAX)) {
            entry.text("PartitionKey");
            entry.blob("Data");
        }
    }

    private static List<byte[]> iterators() {
        String issued = ITERATORS.issue(new ShardIterators.Place("commands", 1, "shardId-000000000000", 7));
        return List.of(Base64.getDecoder().decode(issued));
    }

    private static void open(byte[] text) {
        ITERATORS.open(Base64.getEncoder().encodeToString(text));
        ITERATORS.open(new String(text, StandardCharsets.ISO_8859_1));
    }
}
