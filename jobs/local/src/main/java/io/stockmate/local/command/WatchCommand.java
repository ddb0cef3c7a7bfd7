package io.stockmate.local.command;

import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertState;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Notice;
import io.stockmate.core.message.Severity;
import io.stockmate.local.console.AlertText;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.EventText;
import io.stockmate.local.console.Ink;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.Streams;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows events or alerts as they come. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Shows events, or alerts, as they come, until Ctrl-C. What comes again is shown again.")
public final class WatchCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options;

    @Option(names = "--symbol", paramLabel = "S", description = "Of this symbol only.")
    private @Nullable String symbol;

    @Option(names = "--alerts", description = "Alerts instead of events.")
    private boolean alerts;

    @Option(names = "--json", description = "As they stand in the stream.")
    private boolean json;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "End by itself after so long, for instance 30s or 5m.")
    private @Nullable Duration duration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long startedNs = System.nanoTime();
        String stream = alerts ? Streams.ALERTS : Streams.EVENTS;
        try (StopSignal stop = StopSignal.take();
                KinesisReader reader =
                        KinesisReader.open(Streams.reading(stream, options.streams(), InitialPosition.LATEST))) {
            while (!stop.await(Duration.ZERO) && !isOver(startedNs) && !out.checkError()) {
                for (ArrivedRecord record : reader.poll()) {
                    if (symbol == null || symbol.equals(record.partitionKey())) {
                        out.println(text(record));
                    }
                }
            }
        }
        return 0;
    }

    private boolean isOver(long startedNs) {
        return duration != null && System.nanoTime() - startedNs >= duration.toNanos();
    }

    private String text(ArrivedRecord record) {
        if (json) {
            return new String(record.data(), StandardCharsets.UTF_8);
        }
        Ink ink = options.ink();
        if (alerts) {
            Notice notice = new AlertCodec().decode(record.data());
            String line = AlertText.line(notice);
            return isUrgent(notice) ? ink.bad(line) : line;
        }
        Event event = new EventCodec().decode(record.data());
        String line = EventText.line(event);
        return EventText.refuses(event) ? ink.bad(line) : line;
    }

    private static boolean isUrgent(Notice notice) {
        return notice instanceof Alert alert
                && alert.state() == AlertState.RAISED
                && alert.severity() == Severity.SEVERE;
    }
}
