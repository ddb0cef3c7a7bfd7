package io.stockmate.local.console;

import io.stockmate.connectors.config.InvalidProperty;
import io.stockmate.lake.QueryRefused;
import io.stockmate.local.CommandFailed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells every failure in one line on stderr. The stack trace follows with {@code --debug} or where {@code
 * STOCKMATE_DEBUG} is set.
 */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** A command that failed. */
    static final int FAILED = 1;

    /** A command line that could not be understood. */
    static final int MISUSED = 2;

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("stockmate: " + oneLine(failure.getMessage()) + "; see '" + name + " --help'");
        return MISUSED;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, @Nullable ParseResult parsed) {
        command.getErr().println("stockmate: " + describe(failure));
        if (System.getenv("STOCKMATE_DEBUG") != null || asksForMore(command)) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }

    private static boolean asksForMore(CommandLine command) {
        ParseResult own = command.getParseResult();
        return own != null && own.hasMatchedOption("--debug");
    }

    private static String describe(Exception failure) {
        if (failure instanceof CommandFailed || failure instanceof QueryRefused || failure instanceof InvalidProperty) {
            return oneLine(failure.getMessage());
        }
        if (failure instanceof SdkException) {
            return "the streams cannot be reached or refuse (" + oneLine(failure.getMessage())
                    + "): is 'stockmate run' running?";
        }
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = Objects.requireNonNullElse(innermost.getMessage(), "");
        return oneLine(innermost.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message))
                + "; STOCKMATE_DEBUG=1 shows where it comes from";
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "failed" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
