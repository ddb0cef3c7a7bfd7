package io.stockmate.pipelines.demand;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.kinesis.KinesisAlertSink;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code demand}: from the stream of events to the lake and the stream of alerts. */
public final class DemandJob {
    /** The job's name in Flink. */
    public static final String NAME = "demand";

    private DemandJob() {}

    /**
     * Sets the environment up and adds the job to it.
     *
     * @param groups see {@link DemandProperties}
     * @throws IllegalArgumentException if a property cannot be used, or the cluster's settings would make results wrong
     */
    public static void build(StreamExecutionEnvironment environment, PropertyGroups groups) {
        DemandProperties properties = DemandProperties.of(groups);
        JobSetup.apply(properties.job(), environment);
        OrderedEvents events =
                OrderedEvents.read(environment, properties.events(), properties.order(), properties.rules());
        DemandSinks sinks = new DemandSinks(
                KinesisAlertSink.of(properties.alerts()),
                LakeSink.create(properties.lake().path(), properties.lake().settings()));
        DemandTopology.build(events, properties.settings(), sinks);
    }

    /**
     * Runs the job as Flink's application mode starts it.
     *
     * @param arguments the path of the file with the property groups
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("demand takes one argument, the path of its property groups, not "
                    + arguments.length + ": " + String.join(" ", arguments));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        build(environment, PropertyGroups.read(Path.of(arguments[0])));
        environment.execute(NAME);
    }
}
