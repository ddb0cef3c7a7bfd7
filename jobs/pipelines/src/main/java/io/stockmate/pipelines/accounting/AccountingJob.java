package io.stockmate.pipelines.accounting;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.firehose.AccountingSink;
import io.stockmate.connectors.jdbc.PostingSink;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.JobSetup;
import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Builds the job that books what happens, for whatever environment it is to run in. A job of its own: while the
 * database is away it restarts, again and again with growing pauses, and catches up; the market does not notice.
 */
public final class AccountingJob {
    /** The job's name in Flink. */
    public static final String NAME = "accounting";

    private AccountingJob() {}

    /**
     * Sets the environment up and adds the job to it.
     *
     * @param groups see {@link AccountingProperties}
     * @throws IllegalArgumentException if a property cannot be used, or the cluster's settings would make results wrong
     */
    public static void build(StreamExecutionEnvironment environment, PropertyGroups groups) {
        AccountingProperties properties = AccountingProperties.of(groups);
        JobSetup.apply(properties.job(), environment);
        OrderedEvents events =
                OrderedEvents.read(environment, properties.events(), properties.order(), properties.rules());
        AccountingSinks sinks = new AccountingSinks(
                LakeSink.create(properties.lake().path(), properties.lake().settings()),
                AccountingSink.of(properties.delivery()),
                properties.ledger() == null ? null : PostingSink.of(properties.ledger()));
        AccountingTopology.build(events, properties.settings(), sinks);
    }

    /**
     * Runs the job as Flink's application mode starts it.
     *
     * @param arguments the path of the file with the property groups
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("accounting takes one argument, the path of its property groups, not "
                    + arguments.length + ": " + String.join(" ", arguments));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        build(environment, PropertyGroups.read(Path.of(arguments[0])));
        environment.execute(NAME);
    }
}
