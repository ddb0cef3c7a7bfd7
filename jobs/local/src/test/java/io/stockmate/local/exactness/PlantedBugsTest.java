package io.stockmate.local.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.local.CommandFailed;
import io.stockmate.pipelines.reconcile.Invariant;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bugs can be planted; that each is found, {@code ./stockmate verify planted-bugs} shows. */
class PlantedBugsTest {
    private static final Path TREE = Path.of("../..").toAbsolutePath().normalize();
    private static final String CLASS = ".class";

    @TempDir
    private Path directory;

    @Test
    void everyBugStandsInTheSourcesOnceAndCompiles() throws Exception {
        List<PlantedBug> bugs = PlantedBug.all(TREE);
        assertThat(bugs).hasSizeGreaterThanOrEqualTo(20);
        try (BugCompiler compiler = new BugCompiler(TREE)) {
            for (PlantedBug bug : bugs) {
                Path classes = compiler.compile(bug, directory.resolve(bug.name()));
                assertThat(classes).isNotEmptyDirectory();
            }
        }
    }

    @Test
    void theBugsNeedEveryInvariantOfTheLakeAndTheBooks() throws Exception {
        Set<Invariant> named = new TreeSet<>();
        PlantedBug.all(TREE).forEach(bug -> named.addAll(bug.foundBy()));
        assertThat(named)
                .contains(
                        Invariant.LOG_IS_THE_STREAM,
                        Invariant.DEAD_LETTERS_ARE_COMPLETE,
                        Invariant.LAKE_HOLDS_WHAT_WAS_PUBLISHED,
                        Invariant.COMMANDS_GIVE_THE_EVENTS,
                        Invariant.BOOKS_FOLLOW_THE_EVENTS,
                        Invariant.DATABASE_IS_THE_LAKE,
                        Invariant.OUTBOX_HOLDS_THE_USAGE,
                        Invariant.READ_MODELS_FOLLOW,
                        Invariant.ALERTS_FOLLOW_THE_EVENTS,
                        Invariant.FORECASTS_FOLLOW_THE_EVENTS,
                        Invariant.DELIVERIES_FOLLOW_THE_EVENTS);
    }

    @Test
    void aBugWhoseTextIsGoneIsToldOf() throws Exception {
        assertThatThrownBy(() -> bug("no such text").text(directory))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("planted bug made: Counter.java has no place");
        assertThatThrownBy(() -> bug("count").text(directory)).hasMessageContaining("more than one place");
        assertThat(bug("return count;").text(directory)).contains("int next() { return 1; }");
    }

    private PlantedBug bug(String there) throws IOException {
        Files.writeString(
                directory.resolve("Counter.java"), "class Counter { int count; int next() { return count; } }");
        Path file = directory.resolve("made.bug");
        Files.writeString(
                file,
                "wrong: It counts nothing.\nclass: Counter.java\nfound by: NO_GAP\nkills: 0\nreplace:\n" + there
                        + "\nby:\nreturn 1;\n");
        return PlantedBug.read(file);
    }

    /** What is shipped is made of the main sources and of nothing else: no bug and nothing that plants one. */
    @Test
    void theProgramHoldsOnlyClassesOfItsMainSources() throws Exception {
        Set<String> sources = new TreeSet<>();
        for (String module : List.of("jobs/core", "jobs/pipelines", "jobs/local", "connectors", "lake")) {
            sources.addAll(names(TREE.resolve(module).resolve("src/main/java"), ".java"));
        }
        for (String module : List.of("jobs/emulators", "jobs/producers", "jobs/benchmarks")) {
            sources.addAll(names(TREE.resolve(module).resolve("src/main/java"), ".java"));
        }
        Set<String> shipped = new TreeSet<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!place.endsWith("-tests.jar") && !place.matches(".*/(test|test-classes)")) {
                shipped.addAll(names(Path.of(place), CLASS));
            }
        }
        assertThat(shipped).hasSizeGreaterThan(500);
        assertThat(sources).containsAll(shipped);
        assertThat(shipped).noneMatch(name -> name.endsWith("/PlantedBug") || name.endsWith("/BugHunt"));
    }

    /** Of our classes, without those inside others. */
    private static Set<String> names(Path place, String suffix) throws IOException {
        List<String> entries = List.of();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                entries = files.map(file -> place.relativize(file).toString()).toList();
            }
        } else if (Files.exists(place)) {
            try (JarFile jar = new JarFile(place.toFile())) {
                entries = jar.stream().map(Object::toString).toList();
            }
        }
        return entries.stream()
                .filter(entry -> entry.startsWith("io/stockmate/") && entry.endsWith(suffix))
                .map(entry ->
                        entry.substring(0, entry.length() - suffix.length()).replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());
    }
}
