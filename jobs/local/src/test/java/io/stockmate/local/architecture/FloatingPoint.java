package io.stockmate.local.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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
        String type = "";
        for (String line : disassembled(classesIn(packages)).split("\n")) {
            if (line.endsWith("{") && !line.startsWith(" ")) {
                type = line;
            }
            if (TRACE.matcher(line.replaceAll("// (String|class) .*", "")).find()) {
                found.add(type + " " + line.strip());
            }
        }
        return found;
    }

    private static List<String> classesIn(String... packages) {
        return new ClassFileImporter()
                        .withImportOption(
                                location -> !location.contains("/test-classes/") || packages[0].contains(".broken."))
                        .withImportOption(HouseRulesTest::isNoJarOfTests)
                        .importPackages(packages)
                        .stream()
                        .map(JavaClass::getName)
                        .toList();
    }

    private static String disassembled(List<String> types) {
        List<String> arguments =
                new ArrayList<>(List.of("-c", "-p", "-classpath", System.getProperty("java.class.path")));
        arguments.addAll(types);
        StringWriter text = new StringWriter();
        int status = ToolProvider.findFirst("javap")
                .orElseThrow(() -> new IllegalStateException("no javap: run the tests on a JDK"))
                .run(new PrintWriter(text), new PrintWriter(text), arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("javap failed: " + text);
        }
        return text.toString();
    }
}
