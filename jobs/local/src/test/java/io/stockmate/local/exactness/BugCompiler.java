package io.stockmate.local.exactness;

import io.stockmate.local.CommandFailed;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles the classes of planted bugs, one source file each, against the class path of this process. */
final class BugCompiler implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-parameters", "--release", "17");

    private final Path tree;
    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    /** @param tree the root of the sources */
    BugCompiler(Path tree) {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new CommandFailed("this Java has no compiler: install a JDK, or set JAVA_HOME to one");
        }
        this.tree = tree;
        this.compiler = found;
        this.files = found.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }

    /**
     * Writes the classes of a bug.
     *
     * @param scratch a directory that is not there
     * @return the directory that holds them
     */
    Path compile(PlantedBug bug, Path scratch) throws IOException {
        Path source = scratch.resolve("source").resolve(bug.source().getFileName());
        Path classes = scratch.resolve("classes");
        Files.createDirectories(source.getParent());
        Files.createDirectories(classes);
        Files.writeString(source, bug.text(tree));
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        StringWriter said = new StringWriter();
        if (!compiler.getTask(said, files, null, OPTIONS, null, files.getJavaFileObjects(source))
                .call()) {
            throw new CommandFailed("planted bug " + bug.name() + " does not compile: " + said);
        }
        return classes;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
