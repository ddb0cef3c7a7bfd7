package io.stockmate.local.command;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.PutReceipt;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.platform.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A producer. */
@Command(
        name = "put",
        mixinStandardHelpOptions = true,
        description = {
            "Puts commands, one JSON object a line, waits at most 10 s for their events and prints these.",
            "A line that matching cannot understand is put as well; put says why it becomes a dead letter."
                    + " The exit status is 0 only if every line was answered and none refused."
        })
public final class PutCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Mixin
    private CommonOptions options;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "A file of JSON lines; - or nothing is standard input.")
    private String file;

    @Option(names = "--no-wait", description = "Do not wait for events.")
    private boolean noWait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        AwsSettings streams = options.streams();
        List<InputLine> lines = read();
        PrintWriter out = spec.commandLine().getOut();
        if (lines.isEmpty()) {
            throw new CommandFailed(
                    (file.equals("-") ? "standard input" : file) + " holds no line: put a JSON object on each");
        }
        long dead = report(lines);
        try (KinesisReader events =
                        KinesisReader.open(Streams.reading(Streams.EVENTS, streams, InitialPosition.LATEST));
                KinesisProducer producer = KinesisProducer.open(streams, Streams.COMMANDS)) {
            List<PutReceipt> receipts =
                    producer.put(lines.stream().map(InputLine::record).toList());
            out.println(receipts.size() == 1 ? "1 record put." : receipts.size() + " records put.");
            if (!noWait) {
                Answers answers = new Answers(lines, receipts, out, options.ink());
                answers.await(events, PATIENCE);
                answers.requireNoneRefused();
            }
        }
        if (dead > 0) {
            throw new CommandFailed(dead + " of " + lines.size() + " lines became dead letters: see above");
        }
        return 0;
    }

    private List<InputLine> read() throws IOException {
        if (file.equals("-")) {
            return InputLine.all(System.in);
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandFailed(file + " is no file: name one with a JSON object a line, or - for standard input");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return InputLine.all(in);
        }
    }

    private long report(List<InputLine> lines) {
        PrintWriter err = spec.commandLine().getErr();
        long dead = 0;
        for (InputLine line : lines) {
            String problem = line.deadLetter();
            if (problem != null) {
                err.println("line " + line.number() + ": " + problem);
                dead++;
            }
        }
        err.flush();
        return dead;
    }
}
