package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a copy of the house, with a Java and a Maven that only say that they were called. */
final class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("../../stockmate").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @Test
    void aMissingJavaIsOneLine() throws Exception {
        Files.createDirectories(directory.resolve("nothing"));
        Outcome outcome = launch(
                LAUNCHER, Map.of("JAVA_HOME", directory.resolve("nothing").toString()));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().contains("JAVA_HOME", "no bin/java", "install a JDK 17");
    }

    @Test
    void aJavaTooOldIsOneLineThatNamesIt() throws Exception {
        Outcome outcome = launch(LAUNCHER, Map.of("JAVA_HOME", javaHome("1.8.0_452")));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().contains("is Java 8, too old", "install a JDK 17");
    }

    @Test
    void noMavenAndNothingBuiltIsOneLine() throws Exception {
        Path launcher = house();
        Path tools = toolsWithout("mvn");
        Outcome outcome = launch(launcher, Map.of("JAVA_HOME", javaHome("17.0.1"), "PATH", tools.toString()));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().contains("no mvn on the PATH", "install Maven");
    }

    @Test
    void buildsOnceAndAgainWhenASourceChanges() throws Exception {
        Path launcher = house();
        Map<String, String> tools = Map.of("JAVA_HOME", javaHome("17.0.1"), "PATH", toolsWithMaven());
        assertThat(launch(launcher, tools, "run", "a b").lines())
                .anyMatch(line -> line.contains("building"))
                .last()
                .asString()
                .endsWith("io.stockmate.local.Stockmate run a b");
        assertThat(launch(launcher, tools, "run").lines()).noneMatch(line -> line.contains("building"));

        Files.writeString(directory.resolve("house/lake/added.sql"), "select 1");
        assertThat(launch(launcher, tools, "run").lines()).anyMatch(line -> line.contains("building"));
        Files.delete(directory.resolve("house/lake/added.sql"));
        assertThat(launch(launcher, tools, "run").lines()).anyMatch(line -> line.contains("building"));
    }

    @Test
    void onlyTheCommandThatPlantsBugsSeesTheTests() throws Exception {
        Path launcher = house();
        Path tests = Files.createDirectories(directory.resolve("house/jobs/local/target/test-classes"));
        Files.writeString(tests.resolve("Bug.class"), "class");
        Map<String, String> tools = Map.of("JAVA_HOME", javaHome("17.0.1"), "PATH", toolsWithMaven());
        assertThat(launch(launcher, tools, "verify", "simulation").lines())
                .last()
                .asString()
                .doesNotContain("/tests", "-Dstockmate.tree");
        assertThat(launch(launcher, tools, "verify", "planted-bugs", "--list").lines())
                .last()
                .asString()
                .contains("-Dstockmate.tree=" + launcher.getParent(), "/tests ")
                .endsWith("io.stockmate.local.exactness.VerifyPlantedBugsCommand --list");
    }

    @Test
    void worksThroughSymbolicLinksAndPassesTheStatusOn() throws Exception {
        Path launcher = house();
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("other"));
        Files.createSymbolicLink(directory.resolve("other"), launcher);
        Map<String, String> tools = Map.of("JAVA_HOME", javaHome("17.0.1"), "PATH", toolsWithMaven(), "STATUS", "7");
        assertThat(launch(link, tools).status()).isEqualTo(7);
    }

    @Test
    void aFailedBuildShowsWhyAndIsTriedAgain() throws Exception {
        Path launcher = house();
        Map<String, String> tools =
                Map.of("JAVA_HOME", javaHome("17.0.1"), "PATH", toolsWithMaven(), "MAVEN_STATUS", "1");
        for (int attempt = 0; attempt < 2; attempt++) {
            Outcome outcome = launch(launcher, tools);
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.lines())
                    .contains("maven says something")
                    .last()
                    .asString()
                    .contains("the build failed");
        }
    }

    @Test
    void tellsJavaThatItsOutputIsNoTerminal() throws Exception {
        Path launcher = house();
        Map<String, String> tools = Map.of("JAVA_HOME", javaHome("17.0.1"), "PATH", toolsWithMaven());
        assertThat(launch(launcher, tools, "run").lines()).last().asString().contains("-Dstockmate.terminal=false");
    }

    @Test
    void aHouseThatCannotBeWrittenIsOneLine() throws Exception {
        Path launcher = house();
        Files.writeString(launcher.resolveSibling("target"), "in the way");
        Outcome outcome = launch(launcher, Map.of("JAVA_HOME", javaHome("17.0.1"), "PATH", toolsWithMaven()));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().contains("cannot be written", "clone it anew");
    }

    /** A copy of the launcher among the few files that it looks at. */
    private Path house() throws IOException {
        Path house = Files.createDirectories(directory.resolve("house"));
        for (String module : List.of("jobs/local/target", "connectors", "lake", ".mvn")) {
            Files.createDirectories(house.resolve(module));
        }
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        Files.writeString(house.resolve("jobs/local/target/stockmate-local.jar"), "jar");
        Files.writeString(house.resolve("jobs/local/target/classpath"), LAUNCHER.toString());
        return Files.copy(LAUNCHER, house.resolve("stockmate"));
    }

    private String javaHome(String version) throws IOException {
        Path home = Files.createDirectories(directory.resolve("java-" + version + "/bin"));
        script(
                home.resolve("java"),
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                        + "\" 2025-04-15' >&2; else echo \"$@\"; exit ${STATUS:-0}; fi");
        return home.getParent().toString();
    }

    private String toolsWithMaven() throws IOException {
        Path tools = Files.createDirectories(directory.resolve("maven"));
        script(tools.resolve("mvn"), "echo maven says something; exit ${MAVEN_STATUS:-0}");
        return tools + ":" + System.getenv("PATH");
    }

    /** A directory with links to the commands that a launcher may use. */
    private Path toolsWithout(String missing) throws IOException {
        Path tools = Files.createDirectories(directory.resolve("without-" + missing));
        for (String tool : List.of(
                "bash",
                "cat",
                "cksum",
                "cp",
                "dirname",
                "find",
                "head",
                "ln",
                "mkdir",
                "mv",
                "readlink",
                "rm",
                "sed",
                "sleep",
                "sort",
                "tr")) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path original = Path.of(place, tool);
                if (Files.isExecutable(original) && Files.notExists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), original);
                }
            }
        }
        return tools;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int status, List<String> lines) {}

    private Outcome launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        builder.directory(directory.toFile()).redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output.lines().toList());
    }
}
