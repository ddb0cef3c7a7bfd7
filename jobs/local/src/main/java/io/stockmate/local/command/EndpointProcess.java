package io.stockmate.local.command;

import io.stockmate.emulators.KinesisEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Kinesis endpoint in a process of its own, whose CPU time is not that of a bench; it ends with its input. */
final class EndpointProcess implements AutoCloseable {
    private static final int END_SECONDS_MAX = 30;

    private final Process process;
    private final URI uri;

    private EndpointProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** With one stream that is empty. */
    static EndpointProcess start(Path directory, String stream, int shards) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndpointProcess.class.getName(),
                        directory.toString(),
                        stream,
                        Integer.toString(shards))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String uri = lines.readLine();
        if (uri == null) {
            process.destroyForcibly();
            throw new IOException("the endpoint did not start");
        }
        return new EndpointProcess(process, URI.create(uri));
    }

    URI uri() {
        return uri;
    }

    /** Arguments: directory, stream, shards. */
    public static void main(String[] arguments) throws IOException {
        try (KinesisEndpoint endpoint = KinesisEndpoint.start(0, Path.of(arguments[0]))) {
            endpoint.createStream(arguments[1], Integer.parseInt(arguments[2]));
            System.out.println(endpoint.uri());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            process.outputWriter().close();
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
