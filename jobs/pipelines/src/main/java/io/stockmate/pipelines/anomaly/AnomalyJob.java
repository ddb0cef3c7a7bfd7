package io.stockmate.pipelines.anomaly;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.kinesis.KinesisAlertSink;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code anomaly}: from the stream of events to the stream of alerts and the lake. */
public final class AnomalyJob {
    /** The job's name in Flink. */
    public static final String NAME = "anomaly";

    private AnomalyJob() {}

    /**
     * Sets the environment up and adds the job to it.
     *
     * @param groups see {@link AnomalyProperties}
     * @throws IllegalArgumentException if a property cannot be used, or the cluster's settings would make results wrong
     */
    public static void build(StreamExecutionEnvironment environment, PropertyGroups groups) {
        AnomalyProperties properties = AnomalyProperties.of(groups);
        JobSetup.apply(properties.job(), environment);
        OrderedEvents events =
                OrderedEvents.read(environment, properties.events(), properties.order(), properties.rules());
        AnomalySinks sinks = new AnomalySinks(
                KinesisAlertSink.of(properties.alerts()),
                LakeSink.create(properties.lake().path(), properties.lake().settings()));
        AnomalyTopology.build(events, properties.settings(), properties.advice(), sinks);
    }

    /**
     * Runs the job as Flink's application mode starts it.
     *
     * @param arguments the path of the file with the property groups
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("anomaly takes one argument, the path of its property groups, not "
                    + arguments.length + ": " + String.join(" ", arguments));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        build(environment, PropertyGroups.read(Path.of(arguments[0])));
        environment.execute(NAME);
    }
}
