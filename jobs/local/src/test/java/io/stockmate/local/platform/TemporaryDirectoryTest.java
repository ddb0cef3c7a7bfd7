package io.stockmate.local.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TemporaryDirectoryTest {
    /** Works in a temporary directory, with a process of its own beside it, until it is interrupted. */
    static final class Worker {
        public static void main(String[] arguments) throws Exception {
            try (TemporaryDirectory directory = TemporaryDirectory.create("stockmate-test-")) {
                Files.writeString(directory.path().resolve("file"), "text");
                Process child = new ProcessBuilder("sleep", "600").start();
                System.out.println(directory.path());
                System.out.println(child.pid());
                child.waitFor();
            }
        }
    }

    @Test
    void isGoneAfterUse() throws IOException {
        Path path;
        try (TemporaryDirectory directory = TemporaryDirectory.create("stockmate-test-")) {
            path = directory.path();
            Files.createDirectories(path.resolve("in/it"));
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void isGoneWithAllThatRanInItWhereTheCommandIsInterrupted() throws Exception {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = worker.inputReader()) {
            Path path = Path.of(said.readLine());
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertTrue(Files.exists(path.resolve("file")));

            worker.destroy();
            assertTrue(worker.waitFor(60, TimeUnit.SECONDS), "it ends");

            assertFalse(Files.exists(path), path + " is left behind");
            child.onExit().get(10, TimeUnit.SECONDS);
            assertEquals(143, worker.exitValue());
        } finally {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
    }
}
