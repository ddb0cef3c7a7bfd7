package io.stockmate.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command shows in the terminal, as a page with pictures, too. */
final class PageOption {
    @Option(
            names = "--html",
            arity = "0..1",
            paramLabel = "FILE",
            fallbackValue = "",
            description =
                    "Write a page with pictures, too (default: a file named for what is shown, in this directory).")
    private @Nullable String file;

    /** Writes the page where it was asked for, and says where it is. */
    void write(String name, Supplier<String> html, PrintWriter out) throws IOException {
        if (file == null) {
            return;
        }
        Path page = Path.of(file.isEmpty() ? name + ".html" : file);
        Files.writeString(page, html.get());
        out.println();
        out.println("The page: " + page.toAbsolutePath());
    }
}
