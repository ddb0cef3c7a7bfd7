package io.stockmate.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

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
            try (TemporaryDirectory directory = TemporaryDirectory.ofProcesses("stockmate-test-")) {
                Files.writeString(directory.path().resolve("file"), "text");
                Process child = TemporaryDirectoryTest.sleeper();
                System.out.println(directory.path());
                System.out.println(child.pid());
                child.waitFor();
                // Whatever ended it: a command that goes on to the next.
                TemporaryDirectoryTest.sleeper().waitFor();
            }
        }
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }

    @Test
    void isGoneAfterUse() throws IOException {
        Path path;
        try (TemporaryDirectory directory = TemporaryDirectory.ofProcesses("stockmate-test-")) {
            path = directory.path();
            Files.createDirectories(path.resolve("in/it"));
        }
        assertThat(path).doesNotExist();
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
            assertThat(path.resolve("file")).exists();

            worker.destroy();
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(path).doesNotExist();
            child.onExit().get(10, TimeUnit.SECONDS);
            assertThat(worker.exitValue()).isEqualTo(143);
        } finally {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
    }
}
