package io.stockmate.local.exactness;

import io.stockmate.local.CommandFailed;
import io.stockmate.local.command.PlatformLog;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.Failures;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.TemporaryDirectory;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plants known bugs in the program, one at a time, and shows by what each is found. */
@Command(
        name = "stockmate verify planted-bugs",
        mixinStandardHelpOptions = true,
        description = {
            "Plants a known bug in one class of the program, runs the whole platform with it in processes of its own,"
                    + " on a recorded log and through kill -9, and looks for what is violated; then the next bug.",
            "Holds where the program without a bug violates nothing, and each bug is found by an invariant that its"
                    + " file names, within three seeds. Works in a directory that is removed afterwards."
        })
public final class VerifyPlantedBugsCommand implements Callable<Integer> {
    /** Where the sources are that bugs are planted in; the launcher tells it. */
    static final String TREE = "stockmate.tree";

    private static final int KILLS_OF_CONTROL = 2;
    private static final double FAULTS_OF_CONTROL = 0.05;
    private static final double NANOS = 1e9;

    @Mixin
    private CommonOptions options;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "These bugs, and no others.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--some", paramLabel = "N", description = "So many bugs, which the seed chooses.")
    private int some;

    @Option(names = "--seed", paramLabel = "N", description = "The first one (default: 1).")
    private long first = 1;

    @Option(names = "--seeds", paramLabel = "N", description = "Within which each must be found (default: 3).")
    private int seedCount = 3;

    @Option(names = "--records", paramLabel = "N", description = "In each seed's log (default: 2500).")
    private long records = 2_500;

    @Option(names = "--list", description = "Tells the bugs and plants none.")
    private boolean list;

    @Spec
    private CommandSpec spec;

    private final Map<Long, BugHunt> hunts = new TreeMap<>();
    private int caught;
    private int caughtByNamed;
    private long violationsOfControl;

    public static void main(String[] arguments) {
        Failures failures = new Failures();
        System.exit(new CommandLine(new VerifyPlantedBugsCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path tree = Path.of(System.getProperty(TREE, ""));
        List<PlantedBug> bugs = chosen(PlantedBug.all(tree));
        if (list) {
            bugs.forEach(bug -> print("%s: %s Found by %s.", bug.name(), bug.wrong(), bug.foundBy()));
            return 0;
        }
        long begun = System.nanoTime();
        try (TemporaryDirectory temporary = TemporaryDirectory.ofProcesses("stockmate-planted-");
                BugCompiler compiler = new BugCompiler(tree)) {
            Path directory = temporary.path();
            PlatformLog.to(DataDirectory.of(directory));
            for (PlantedBug bug : bugs) {
                hunt(bug, compiler.compile(bug, directory.resolve("bug-" + bug.name())), directory);
            }
        }
        print(
                "bugs=%d caught=%d by_named_invariant=%d violations_without_bugs=%d seconds=%.0f",
                bugs.size(), caught, caughtByNamed, violationsOfControl, seconds(begun));
        return caughtByNamed == bugs.size() && violationsOfControl == 0 ? 0 : 1;
    }

    private List<PlantedBug> chosen(List<PlantedBug> all) {
        Set<String> unknown = new TreeSet<>(only);
        all.forEach(bug -> unknown.remove(bug.name()));
        if (!unknown.isEmpty()) {
            throw new CommandFailed("there is no planted bug " + unknown + ": see --list");
        }
        List<PlantedBug> named = all.stream()
                .filter(bug -> only.isEmpty() || only.contains(bug.name()))
                .sorted(Comparator.comparingInt(bug -> List.copyOf(only).indexOf(bug.name())))
                .collect(Collectors.toList());
        if (some > 0) {
            Collections.shuffle(named, new Random(first));
            return named.subList(0, Math.min(some, named.size()));
        }
        return named;
    }

    private void hunt(PlantedBug bug, Path classes, Path directory) throws IOException, InterruptedException {
        Set<Invariant> seen = new TreeSet<>();
        double seconds = 0;
        for (int seeds = 1; seeds <= seedCount; seeds++) {
            BugHunt hunt = of(first + seeds - 1, directory);
            long begun = System.nanoTime();
            List<Violation> found = violations(hunt, bug, classes);
            seconds += seconds(begun);
            Violation named = found.stream()
                    .filter(violation -> bug.foundBy().contains(violation.invariant()))
                    .findFirst()
                    .orElse(null);
            found.stream()
                    .filter(violation -> seen.add(violation.invariant()))
                    .forEach(violation -> print("  %s", shortened(violation.text())));
            if (named != null) {
                caught++;
                caughtByNamed++;
                print("%s: seeds=%d by=%s seconds=%.1f", bug.name(), seeds, named.invariant(), seconds);
                return;
            }
        }
        caught += seen.isEmpty() ? 0 : 1;
        print(
                "%s",
                options.ink()
                        .bad(String.format(
                                Locale.ROOT,
                                "%s: not found by %s within %d seeds, but by %s: %s seconds=%.1f",
                                bug.name(),
                                bug.foundBy(),
                                seedCount,
                                seen,
                                bug.wrong(),
                                seconds)));
    }

    /** A judge that fails has found nothing, and is told of. */
    private List<Violation> violations(BugHunt hunt, PlantedBug bug, Path classes)
            throws IOException, InterruptedException {
        try {
            return hunt.violations(bug, classes);
        } catch (IOException | RuntimeException failed) {
            print("%s", options.ink().bad(bug.name() + ": what it left cannot be judged: " + failed));
            return List.of();
        }
    }

    /** A seed's log is recorded, and run without a bug, when it is first needed. */
    private BugHunt of(long seed, Path directory) throws IOException, InterruptedException {
        BugHunt known = hunts.get(seed);
        if (known != null) {
            return known;
        }
        long begun = System.nanoTime();
        BugHunt hunt = BugHunt.begin(Files.createDirectories(directory.resolve("seed-" + seed)), seed, records);
        List<Violation> violations = hunt.control(KILLS_OF_CONTROL, FAULTS_OF_CONTROL);
        violations.forEach(violation -> print("%s", options.ink().bad(shortened(violation.text()))));
        violationsOfControl += violations.size();
        print(
                "without a bug: seed=%d records=%d violations=%d seconds=%.1f",
                seed, hunt.records(), violations.size(), seconds(begun));
        hunts.put(seed, hunt);
        return hunt;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + " …" : text;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / NANOS;
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
