package io.stockmate.emulators;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Both endpoints in a process of their own, which can be killed. */
final class EndpointProcess {
    private final Process process;
    private final URI kinesis;
    private final URI firehose;

    private EndpointProcess(Process process, URI kinesis, URI firehose) {
        this.process = process;
        this.kinesis = kinesis;
        this.firehose = firehose;
    }

    static EndpointProcess start(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndpointProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new EndpointProcess(process, URI.create(lines.readLine()), URI.create(lines.readLine()));
    }

    URI kinesis() {
        return kinesis;
    }

    URI firehose() {
        return firehose;
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not die");
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        KinesisEndpoint kinesis = KinesisEndpoint.start(0, directory.resolve("kinesis"));
        kinesis.createStream("commands", 2);
        FirehoseEndpoint firehose = FirehoseEndpoint.start(0, directory.resolve("bucket"));
        firehose.createDeliveryStream("order-status");
        System.out.println(kinesis.uri());
        System.out.println(firehose.uri());
        // Ends with the test, even when the test ends badly.
        while (System.in.read() >= 0) {
            Thread.sleep(1);
        }
        System.exit(0);
    }
}
