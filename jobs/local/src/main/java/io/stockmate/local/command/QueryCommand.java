package io.stockmate.local.command;

import io.stockmate.lake.Answer;
import io.stockmate.lake.LakeQueries;
import io.stockmate.lake.NamedQuery;
import io.stockmate.lake.QueryParameter;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the lake. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the lake, in SQL or by the name of a saved query, with or without a running platform.",
            "While one runs, the lake holds what happened up to its last checkpoint. With --plain the columns are"
                    + " separated by tabs."
        })
public final class QueryCommand implements Callable<Integer> {
    private static final int PAGE_ROWS = 1_000;

    @Mixin
    private CommonOptions options;

    @Parameters(arity = "0..1", paramLabel = "NAME|SQL", description = "A saved query's name, or SQL.")
    private @Nullable String question;

    @Option(names = "--list", description = "List the saved queries with what they want to be told, and the tables.")
    private boolean list;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "What a saved query wants to be told; as often as needed.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), csv or json, a line per row.")
    private AnswerFormat format = AnswerFormat.table;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            listing().forEach(out::println);
        } else if (question == null) {
            throw new CommandFailed("nothing asked: give SQL in quotes, or a name that 'stockmate query --list' shows");
        } else {
            answer(question, out);
        }
        out.flush();
        return 0;
    }

    private static List<String> listing() {
        TextTable table = new TextTable("name", "what it answers", "parameters");
        NamedQuery.all()
                .forEach(query -> table.row(
                        query.name(),
                        query.question(),
                        query.parameters().stream()
                                .map(QueryParameter::toString)
                                .collect(Collectors.joining(", "))));
        for (String each : LakeQueries.relations()) {
            table.row(each, "(a table)", "");
        }
        return table.lines();
    }

    private void answer(String asked, PrintWriter out) {
        try (LakeQueries lake = LakeQueries.open(options.lake());
                Answer answer = lake.ask(asked, parameters)) {
            if (format != AnswerFormat.table) {
                format.lines(answer, out);
            } else if (options.plain()) {
                printPlain(answer, out);
            } else {
                printPages(answer, out);
            }
        }
    }

    private static void printPlain(Answer answer, PrintWriter out) {
        out.println(String.join("\t", titles(answer)));
        while (answer.next()) {
            out.println(String.join("\t", row(answer)));
        }
    }

    private static void printPages(Answer answer, PrintWriter out) {
        boolean more = answer.next();
        do {
            TextTable page = new TextTable(titles(answer));
            for (int rows = 0; more && rows < PAGE_ROWS; rows++) {
                page.row(row(answer));
                more = answer.next();
            }
            page.lines().forEach(out::println);
        } while (more);
    }

    private static List<String> titles(Answer answer) {
        return answer.columns().stream().map(Answer.Column::name).toList();
    }

    private static List<String> row(Answer answer) {
        List<String> cells = new ArrayList<>();
        IntStream.range(0, answer.columns().size()).forEach(column -> {
            String text = answer.text(column);
            cells.add(text == null ? "" : text.replaceAll("[\\t\\r\\n]+", " "));
        });
        return cells;
    }
}
