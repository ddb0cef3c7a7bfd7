package io.stockmate.local.command;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.StopSignal;
import io.stockmate.local.platform.Streams;
import io.stockmate.producers.Clock;
import io.stockmate.producers.KinesisCommandOutlet;
import io.stockmate.producers.KinesisEventFeed;
import io.stockmate.producers.ProducerLoop;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Carries time to the markets. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = {
            "Writes one Tick per known symbol and interval, until Ctrl-C. 'run' does so already: this is for markets"
                    + " whose platform runs without one.",
        })
public final class ClockCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationOption.class,
            description = "Between two ticks of a symbol (default: ${DEFAULT-VALUE}).")
    private Duration interval;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        AwsSettings streams = options.streams();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (StopSignal stop = StopSignal.take();
                ProducerLoop loop = ProducerLoop.start(
                        "clock",
                        new Clock(interval.toMillis()),
                        new KinesisEventFeed(Streams.reading(Streams.EVENTS, streams, InitialPosition.TRIM_HORIZON)),
                        new KinesisCommandOutlet(KinesisProducer.open(streams, Streams.COMMANDS)),
                        System::currentTimeMillis,
                        PAUSE,
                        (name, failure, retryIn) -> err.println("stockmate: " + failure.getMessage()
                                + "; trying again in " + retryIn.toMillis() + " ms"))) {
            out.println("Ticking every " + interval.toSeconds() + " s ...");
            while (!stop.await(LOOK_AGAIN)) {
                err.flush();
            }
            out.println(loop.submitted() + " ticks written.");
        }
        return 0;
    }
}
