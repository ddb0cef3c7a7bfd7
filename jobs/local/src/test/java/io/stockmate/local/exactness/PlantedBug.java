package io.stockmate.local.exactness;

import io.stockmate.local.CommandFailed;
import io.stockmate.pipelines.reconcile.Invariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A mistake that could have been made in one class of the program, as text that takes the place of what is there. Its
 * file has the lines {@code wrong: a sentence}, {@code class: a source file of the tree}, {@code found by: invariants}
 * and {@code kills: N}, where need be {@code faults: the share of requests that fail}, then, once or more, {@code replace:} and {@code by:}, each followed by lines.
 *
 * @param wrong what is wrong, in a sentence
 * @param source of the class, from the tree's root on
 * @param foundBy the invariants one of which has to find it
 * @param kills of the run that is to find it
 * @param faults share of the requests to Kinesis and Firehose that fail in it
 */
record PlantedBug(
        String name,
        String wrong,
        Path source,
        Set<Invariant> foundBy,
        int kills,
        double faults,
        List<Replacement> replacements) {
    static final Path DIRECTORY = Path.of("jobs/local/src/test/resources/planted-bugs");

    private static final String SUFFIX = ".bug";
    private static final String REPLACE = "replace:";
    private static final String BY = "by:";

    record Replacement(String there, String instead) {}

    /** All of them, by name. */
    static List<PlantedBug> all(Path tree) throws IOException {
        List<PlantedBug> bugs = new ArrayList<>();
        try (Stream<Path> files = Files.list(tree.resolve(DIRECTORY))) {
            for (Path file : files.sorted().toList()) {
                bugs.add(read(file));
            }
        }
        return bugs;
    }

    static PlantedBug read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int body = lines.indexOf(REPLACE);
        if (body < 0) {
            throw new CommandFailed(file + " replaces nothing");
        }
        Map<String, String> head = new TreeMap<>();
        for (String line : lines.subList(0, body)) {
            int colon = line.indexOf(':');
            head.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        Set<Invariant> foundBy = EnumSet.noneOf(Invariant.class);
        Arrays.stream(value(head, "found by", file).split(", "))
                .map(Invariant::valueOf)
                .forEach(foundBy::add);
        return new PlantedBug(
                file.getFileName().toString().replace(SUFFIX, ""),
                value(head, "wrong", file),
                Path.of(value(head, "class", file)),
                foundBy,
                Integer.parseInt(value(head, "kills", file)),
                Double.parseDouble(head.getOrDefault("faults", "0")),
                replacements(lines.subList(body, lines.size())));
    }

    private static String value(Map<String, String> head, String name, Path file) {
        String value = head.get(name);
        if (value == null || value.isEmpty()) {
            throw new CommandFailed(file + " does not say '" + name + ": …'");
        }
        return value;
    }

    private static List<Replacement> replacements(List<String> lines) {
        List<Replacement> replacements = new ArrayList<>();
        List<String> there = new ArrayList<>();
        List<String> instead = new ArrayList<>();
        List<String> current = there;
        for (String line : lines) {
            if (line.equals(BY)) {
                current = instead;
            } else if (line.equals(REPLACE)) {
                if (!there.isEmpty()) {
                    replacements.add(replacement(there, instead));
                }
                there.clear();
                instead.clear();
                current = there;
            } else {
                current.add(line);
            }
        }
        replacements.add(replacement(there, instead));
        return replacements;
    }

    private static Replacement replacement(List<String> there, List<String> instead) {
        return new Replacement(String.join("\n", there), String.join("\n", instead));
    }

    /**
     * The class with the mistake.
     *
     * @throws CommandFailed unless each text that is replaced stands in the source once
     */
    String text(Path tree) throws IOException {
        String text = Files.readString(tree.resolve(source));
        for (Replacement replacement : replacements) {
            int at = text.indexOf(replacement.there());
            if (at < 0 || text.indexOf(replacement.there(), at + 1) >= 0) {
                throw new CommandFailed("planted bug " + name + ": " + source
                        + (at < 0 ? " has no" : " has more than one") + " place with the text\n" + replacement.there());
            }
            text = text.substring(0, at)
                    + replacement.instead()
                    + text.substring(at + replacement.there().length());
        }
        return text;
    }
}
