package io.stockmate.connectors.advice;

import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.core.message.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts an alert, evidence included, as the JSON of the stream {@code alerts} to an HTTP endpoint, and takes the body
 * of a 2xx answer, at most {@value #ANSWER_BYTES_MAX} bytes of UTF-8, as the advice. Redirects are not followed.
 */
@SuppressWarnings("NullAway.Init") // open() makes the client
public final class HttpAdvisor implements Advisor {
    /** The longest answer that is taken. */
    public static final int ANSWER_BYTES_MAX = 32_768;

    private static final long serialVersionUID = 1;
    private static final int THREADS = 2;

    private final URI address;
    private final Duration timeout;
    private final @Nullable String authorizationFile;

    private transient ExecutorService threads;
    private transient HttpClient client;

    /**
     * An advisor that is not yet open.
     *
     * @param timeout how long it is waited for the whole answer
     * @param authorizationFile a file with the value of the header Authorization, read with every question; null for
     *     none
     */
    public HttpAdvisor(URI address, Duration timeout, @Nullable Path authorizationFile) {
        this.address = address;
        this.timeout = timeout;
        this.authorizationFile = authorizationFile == null ? null : authorizationFile.toString();
    }

    /** The endpoint without what may be secret in it. */
    @Override
    public String name() {
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        String name = host + address.getPath();
        return name.length() <= 256 ? name : name.substring(0, 256);
    }

    @Override
    public void open() {
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "advice");
            thread.setDaemon(true);
            return thread;
        });
        client = HttpClient.newBuilder()
                .executor(threads)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(String::strip)
                    .orElseThrow(() -> new IllegalArgumentException(
                            file + " is empty: its first line is to be the header Authorization"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read for the header Authorization", unreadable);
        }
    }

    @Override
    public CompletableFuture<String> ask(Alert alert) {
        // The request's own timeout ends with the answer's head, but its body may take time, too.
        CompletableFuture<String> advice =
                new CompletableFuture<String>().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.supplyAsync(() -> question(alert), threads)
                .thenCompose(question -> send(question, advice))
                .thenApply(HttpAdvisor::answer)
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        advice.complete(answer);
                    } else {
                        advice.completeExceptionally(failure);
                    }
                });
        return advice;
    }

    private HttpRequest question(Alert alert) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new AlertCodec().encode(alert)));
        if (authorizationFile != null) {
            request.header("Authorization", firstLine(Path.of(authorizationFile)));
        }
        return request.build();
    }

    /** Sends the question, and gives it up when advice is no longer waited for. */
    private CompletableFuture<HttpResponse<String>> send(HttpRequest question, CompletableFuture<String> advice) {
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(question, response -> new LimitedText(ANSWER_BYTES_MAX));
        advice.whenComplete((answer, late) -> sent.cancel(true));
        return sent;
    }

    private static String answer(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("status " + response.statusCode() + ": " + response.body());
        }
        if (response.body().isBlank()) {
            throw new IllegalStateException("status " + response.statusCode() + " without an answer");
        }
        return response.body();
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
