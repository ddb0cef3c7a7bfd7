package io.stockmate.local.architecture;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Finds floating point where a class declares, calls or computes with it, by reading its instructions. */
final class FloatingPoint {
    private static final Pattern TRACE = Pattern.compile(
            "\\b(double|float|Double|Float|StrictMath)\\b"
                    + "|\\b[df](add|sub|mul|div|rem|neg|cmp[lg]|return|const_\\d|a?load|a?store)\\b|\\b[il]2[df]\\b|\\b[df]2[il]\\b");

    private FloatingPoint() {}

    /** The lines of the classes' disassembly that show floating point, each with its class. */
    static List<String> inPackages(String... packages) {
        List<String> found = new ArrayList<>();
        for (com.tngtech.archunit.core.domain.JavaClass type : classesOf(packages)) {
            for (String line : disassembled(type.getName()).split("\n")) {
                if (TRACE.matcher(line.replaceAll("// (String|class) .*", "")).find()) {
                    found.add(type.getName() + ": " + line.strip());
                }
            }
        }
        return found;
    }

    private static Iterable<com.tngtech.archunit.core.domain.JavaClass> classesOf(String... packages) {
        return new com.tngtech.archunit.core.importer.ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") || packages[0].contains(".broken."))
                .importPackages(packages);
    }

    private static String disassembled(String type) {
        StringWriter text = new StringWriter();
        int status = ToolProvider.findFirst("javap")
                .orElseThrow(() -> new IllegalStateException("no javap: run the tests on a JDK"))
                .run(
                        new PrintWriter(text),
                        new PrintWriter(text),
                        "-c",
                        "-p",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        type);
        if (status != 0) {
            throw new IllegalStateException("javap failed on " + type + ": " + text);
        }
        return text.toString();
    }
}
