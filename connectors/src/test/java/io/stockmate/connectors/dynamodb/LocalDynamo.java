package io.stockmate.connectors.dynamodb;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Amazon's DynamoDB Local in this JVM, in a class loader of its own. Its own start would listen on all interfaces, and
 * tell Amazon of it; so its web server is told to listen on 127.0.0.1, and is started without the rest. It comes under
 * Amazon's licence, for development and testing, and is on the path of tests only.
 */
final class LocalDynamo implements AutoCloseable {
    private static final String RUNNER = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";

    private final URLClassLoader classes;
    private final Object webServer;
    private final int port;

    private LocalDynamo(URLClassLoader classes, Object webServer, int port) {
        this.classes = classes;
        this.webServer = webServer;
        this.port = port;
    }

    /** @param natives the directory with SQLite's library */
    static LocalDynamo start(Path natives) throws Exception {
        System.setProperty("sqlite4java.library.path", natives.toString());
        URLClassLoader classes = new URLClassLoader(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .map(LocalDynamo::url)
                        .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes);
        try {
            int port = freePort();
            String[] arguments = {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)};
            Object server = classes.loadClass(RUNNER)
                    .getMethod("createServerFromCommandLineArgs", String[].class)
                    .invoke(null, (Object) arguments);
            var field = server.getClass().getDeclaredField("server");
            field.setAccessible(true);
            Object webServer = field.get(server);
            for (Object connector :
                    (Object[]) webServer.getClass().getMethod("getConnectors").invoke(webServer)) {
                connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
            }
            webServer.getClass().getMethod("start").invoke(webServer);
            return new LocalDynamo(classes, webServer, port);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws Exception {
        webServer.getClass().getMethod("stop").invoke(webServer);
        classes.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException failure) {
            throw new IllegalArgumentException(entry, failure);
        }
    }
}
