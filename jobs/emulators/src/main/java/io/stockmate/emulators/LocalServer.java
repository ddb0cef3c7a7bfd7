package io.stockmate.emulators;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP server on 127.0.0.1 with a thread for each request that runs, and an end that leaves none behind. */
final class LocalServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;
    private static final long END_SECONDS_MAX = 5;

    static {
        // The server reads these once, when its classes load. Without nodelay an empty answer takes 50 ms; and a
        // connection must not be cut while a client still keeps it in its pool (60 s in the SDKs).
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.idleInterval", "300");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * @param name what threads and errors are named after
     * @param port 0 takes a free one
     * @throws BindException naming the port when it is taken
     */
    LocalServer(String name, int port, HttpHandler handler) throws IOException {
        server = bind(name, port);
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name + "-endpoint-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static HttpServer bind(String name, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
        } catch (BindException taken) {
            BindException named = new BindException("Port " + port + " on 127.0.0.1 cannot be had for " + name + " ("
                    + taken.getMessage() + "): stop what listens there or choose another port.");
            named.initCause(taken);
            throw named;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Cuts the connections; what still runs gets 5 s to end. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "Requests to " + uri() + " still run " + END_SECONDS_MAX + " s after the end.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
