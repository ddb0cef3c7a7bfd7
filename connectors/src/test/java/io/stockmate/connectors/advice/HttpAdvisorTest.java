package io.stockmate.connectors.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.core.message.ResultSpecimens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an endpoint on this machine. */
class HttpAdvisorTest {
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile String question = "";
    private volatile @Nullable String authorization;

    @TempDir
    private Path directory;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good", exchange -> {
            question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, 200, "Zähle noch einmal.");
        });
        server.createContext("/bad", exchange -> answer(exchange, 503, "too busy"));
        server.createContext("/empty", exchange -> answer(exchange, 200, " "));
        server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(HttpAdvisor.ANSWER_BYTES_MAX + 1)));
        server.createContext("/full", exchange -> answer(exchange, 200, "x".repeat(HttpAdvisor.ANSWER_BYTES_MAX)));
        server.createContext("/silent", exchange -> await());
        server.createContext("/stuck", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void theWholeAlertIsPostedAndTheBodyIsTheAdvice() throws Exception {
        assertThat(ask("/good", null)).isEqualTo("Zähle noch einmal.");
        assertThat(new AlertCodec().decode(question.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ResultSpecimens.fullAlert());
        assertThat(authorization).isNull();
        assertThat(ask("/full", null)).hasSize(HttpAdvisor.ANSWER_BYTES_MAX);
    }

    @Test
    void theHeaderComesFromItsFile() throws Exception {
        Path file = Files.writeString(directory.resolve("header"), "Bearer abc \n");

        ask("/good", file);

        assertThat(authorization).isEqualTo("Bearer abc");
        assertThatThrownBy(() -> ask("/good", directory.resolve("absent"))).hasMessageContaining("absent");
    }

    @Test
    void whatIsNoAdviceIsAFailure() {
        assertThatThrownBy(() -> ask("/bad", null)).hasMessageContaining("status 503: too busy");
        assertThatThrownBy(() -> ask("/empty", null)).hasMessageContaining("without an answer");
        assertThatThrownBy(() -> ask("/long", null)).hasMessageContaining("more than 32768 bytes");
        assertThatThrownBy(() -> ask("/nowhere", null)).hasMessageContaining("status 404");
    }

    @Test
    void whoKeepsSilentOrStopsMidwayIsGivenUp() {
        assertThatThrownBy(() -> ask("/silent", null, Duration.ofMillis(300)))
                .hasRootCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> ask("/stuck", null, Duration.ofMillis(300)))
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void theNameTellsNoSecrets() {
        URI address = URI.create("https://user:secret@advice.example:8443/alerts?key=secret");

        assertThat(new HttpAdvisor(address, Duration.ofSeconds(1), null).name())
                .isEqualTo("advice.example:8443/alerts");
    }

    private String ask(String path, @Nullable Path authorizationFile) throws Exception {
        return ask(path, authorizationFile, Duration.ofSeconds(20));
    }

    private String ask(String path, @Nullable Path authorizationFile, Duration timeout) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        HttpAdvisor advisor = new HttpAdvisor(address, timeout, authorizationFile);
        advisor.open();
        try {
            return advisor.ask(ResultSpecimens.fullAlert()).get(30, TimeUnit.SECONDS);
        } finally {
            advisor.close();
        }
    }
}
