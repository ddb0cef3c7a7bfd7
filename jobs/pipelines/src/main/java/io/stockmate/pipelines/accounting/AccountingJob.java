package io.stockmate.pipelines.accounting;

import io.stockmate.connectors.billing.UsageOutbox;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.dynamodb.OrdersTable;
import io.stockmate.connectors.firehose.AccountingSink;
import io.stockmate.connectors.jdbc.PostingSink;
import io.stockmate.connectors.kinesis.KinesisSource;
import io.stockmate.connectors.projection.Projection;
import io.stockmate.connectors.projection.Projections;
import io.stockmate.core.message.Event;
import io.stockmate.lake.LakeSink;
import io.stockmate.pipelines.events.OrderedEvents;
import io.stockmate.pipelines.runtime.JobSetup;
import io.stockmate.pipelines.runtime.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                properties.ledger() == null ? null : PostingSink.of(properties.ledger()),
                properties.billing() == null ? null : UsageOutbox.sink(properties.billing()),
                tables(properties));
        AccountingTopology.build(events, properties.settings(), sinks);
        if (properties.projections() != null) {
            AccountingTopology.summarize(
                    Step.READ_ALERTS.describe(KinesisSource.addTo(
                            environment, properties.alerts(), Step.READ_ALERTS.uid(), Step.READ_ALERTS.title())),
                    Projections.issueSummary().sink(properties.projections()));
        }
    }

    private static List<EventTable> tables(AccountingProperties properties) {
        List<EventTable> tables = new ArrayList<>();
        if (properties.projections() != null) {
            tables.addAll(projections(properties.projections()));
        }
        if (properties.orders() != null) {
            tables.add(new EventTable(Step.UPDATE_ORDERS, OrdersTable::takes, OrdersTable.of(properties.orders())));
        }
        return tables;
    }

    /** The read models in a database. */
    static List<EventTable> projections(PropertyGroup database) {
        List<EventTable> tables = new ArrayList<>();
        for (Projection<Event> projection : Projections.ofEvents()) {
            Step step = Step.updating(projection.table());
            tables.add(new EventTable(step, projection::takes, projection.sink(database)));
        }
        return tables;
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
