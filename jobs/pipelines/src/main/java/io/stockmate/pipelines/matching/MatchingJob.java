package io.stockmate.pipelines.matching;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.firehose.OrderStatusSink;
import io.stockmate.connectors.kinesis.KinesisEventSink;
import io.stockmate.connectors.kinesis.KinesisSource;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.runtime.JobSetup;
import io.stockmate.pipelines.runtime.Step;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code matching}: from the stream of commands to the stream of events, Firehose and the lake. */
public final class MatchingJob {
    /** The job's name in Flink. */
    public static final String NAME = "matching";

    private MatchingJob() {}

    /**
     * Sets the environment up and adds the job to it.
     *
     * @param groups see {@link MatchingProperties}
     * @throws IllegalArgumentException if a property cannot be used, or the cluster's settings would make results wrong
     */
    public static void build(StreamExecutionEnvironment environment, PropertyGroups groups) {
        MatchingProperties properties = MatchingProperties.of(groups);
        JobSetup.apply(properties.job(), environment);
        DataStream<ArrivedRecord> commands = Step.READ_COMMANDS.describe(KinesisSource.addTo(
                environment, properties.commands(), Step.READ_COMMANDS.uid(), Step.READ_COMMANDS.title()));
        MatchingSinks sinks = new MatchingSinks(
                KinesisEventSink.of(properties.events()),
                OrderStatusSink.of(properties.orderStatus()),
                LakeSink.create(properties.lake().path(), properties.lake().settings()));
        if (properties.mirrored()) {
            MatchingTopology.buildMirrored(commands, properties.rules(), sinks);
        } else {
            MatchingTopology.build(commands, properties.rules(), sinks);
        }
    }

    /**
     * Runs the job as Flink's application mode starts it.
     *
     * @param arguments the path of the file with the property groups
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("matching takes one argument, the path of its property groups, not "
                    + arguments.length + ": " + String.join(" ", arguments));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        build(environment, PropertyGroups.read(Path.of(arguments[0])));
        environment.execute(NAME);
    }
}
