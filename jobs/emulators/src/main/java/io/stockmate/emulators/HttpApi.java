package io.stockmate.emulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An AWS API of the kind "POST / with the operation in X-Amz-Target": routes, translates errors, numbers requests. */
final class HttpApi implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final int BODY_BYTES_MAX = 10 << 20;
    private static final long DRAIN_SECONDS_MAX = 5;

    private final String targetPrefix;
    private final Map<String, Action> actions;
    private final FaultPlan faults;
    private final RequestIds requestIds = new RequestIds();
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean closing;

    /** @param version of the API: the part of X-Amz-Target before the dot */
    HttpApi(String version, Map<String, Action> actions, FaultPlan faults) {
        this.targetPrefix = version + ".";
        this.actions = new TreeMap<>(actions);
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) {
        handle(exchange, false);
    }

    /** Handles requests of those who would rather wait a moment than hear that there is nothing. */
    HttpHandler patient() {
        return exchange -> handle(exchange, true);
    }

    private void handle(HttpExchange exchange, boolean patient) {
        try (exchange) {
            byte[] request = body(exchange.getRequestBody());
            running.incrementAndGet();
            try {
                answer(exchange, request, patient);
                exchange.close();
            } finally {
                running.decrementAndGet();
            }
        } catch (IOException gone) {
            LOG.debug("A client of {} went away before its answer", targetPrefix, gone);
        }
    }

    private void answer(HttpExchange exchange, byte[] request, boolean patient) throws IOException {
        WireFormat asked = WireFormat.ofContentType(exchange.getRequestHeaders().getFirst("Content-Type"));
        WireFormat format = asked == null ? WireFormat.JSON : asked;
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestIds.next());
        exchange.getResponseHeaders().set("Content-Type", format.contentType());
        Fault fault = faults.next(operation(exchange));
        if (fault == Fault.RESET) {
            return;
        }
        int status = 200;
        byte[] answer;
        try {
            answer = format.write(perform(exchange, asked, request, fault, patient));
        } catch (ApiException refused) {
            status = refused.status();
            exchange.getResponseHeaders().set("x-amzn-ErrorType", refused.type());
            answer = format.write(out -> {
                out.text("__type", refused.type());
                out.text("message", refused.text());
            });
        }
        if (fault != Fault.ANSWER_LOST) {
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer, 0, fault == Fault.ANSWER_CUT ? answer.length / 2 : answer.length);
        }
    }

    private String operation(HttpExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return target != null && target.startsWith(targetPrefix) ? target.substring(targetPrefix.length()) : "";
    }

    /** At most one byte more than allowed; the rest is thrown away, so that the client comes to read its answer. */
    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(BODY_BYTES_MAX + 1);
        in.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    private Reply perform(
            HttpExchange exchange, @Nullable WireFormat format, byte[] body, @Nullable Fault fault, boolean patient) {
        if (closing) {
            throw ApiException.unavailable("The endpoint is closing.");
        }
        if (body.length > BODY_BYTES_MAX) {
            throw ApiException.tooLarge("The body is longer than " + BODY_BYTES_MAX + " bytes: send less at once.");
        }
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (!exchange.getRequestMethod().equals("POST") || format == null || target == null) {
            throw ApiException.unknownOperation("Send POST with Content-Type " + WireFormat.JSON.contentType() + " or "
                    + WireFormat.CBOR.contentType() + " and X-Amz-Target " + targetPrefix + "OPERATION.");
        }
        Action action = action(target);
        if (fault != null) {
            faults.strike(fault);
        }
        try {
            return action.perform(new Request(
                    format.read(body), format, fault == Fault.PARTIAL ? faults::refusesEntry : () -> false, patient));
        } catch (ApiException refused) {
            throw refused;
        } catch (IOException | RuntimeException failure) {
            LOG.error("{} failed", target, failure);
            throw ApiException.internal(target + " failed: " + failure.getMessage());
        }
    }

    private Action action(String target) {
        Action action = target.startsWith(targetPrefix) ? actions.get(target.substring(targetPrefix.length())) : null;
        if (action == null) {
            throw ApiException.unknownOperation(
                    target + " is not supported here; " + targetPrefix + " has " + actions.keySet() + ".");
        }
        return action;
    }

    /**
     * Refuses what comes from now on and waits until what has come as a whole has been answered, at most 5 s. For the
     * rest of a request nobody waits: a client that was interrupted never sends it.
     */
    void drain() {
        closing = true;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS_MAX);
        try {
            while (running.get() > 0 && System.nanoTime() < end) {
                Thread.sleep(1);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
