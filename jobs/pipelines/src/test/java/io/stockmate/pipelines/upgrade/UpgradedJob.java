package io.stockmate.pipelines.upgrade;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.message.EventType;
import io.stockmate.lake.LakeTable;
import io.stockmate.pipelines.accounting.AccountingJob;
import io.stockmate.pipelines.anomaly.AnomalyJob;
import io.stockmate.pipelines.demand.DemandJob;
import io.stockmate.pipelines.matching.MatchingJob;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs, each with what it reads and the tables in which its results stand. */
enum UpgradedJob {
    MATCHING(
            MatchingJob::build,
            "commands",
            Stream.concat(
                            Stream.of(LakeTable.COMMAND),
                            Stream.of(EventType.values()).map(LakeTable::of))
                    .toList()),
    ANOMALY(AnomalyJob::build, "events", List.of(LakeTable.ALERT)),
    DEMAND(
            DemandJob::build,
            "events",
            List.of(LakeTable.DEMAND, LakeTable.FORECAST, LakeTable.FORECAST_SCORE, LakeTable.SUGGESTION)),
    ACCOUNTING(AccountingJob::build, "events", List.of(LakeTable.TRANSFER, LakeTable.USAGE));

    private final BiConsumer<StreamExecutionEnvironment, PropertyGroups> build;
    private final String input;
    private final List<LakeTable> tables;

    UpgradedJob(BiConsumer<StreamExecutionEnvironment, PropertyGroups> build, String input, List<LakeTable> tables) {
        this.build = build;
        this.input = input;
        this.tables = tables;
    }

    String jobName() {
        return name().toLowerCase(Locale.ROOT);
    }

    void build(StreamExecutionEnvironment environment, PropertyGroups groups) {
        build.accept(environment, groups);
    }

    /** The stream that it reads. */
    String input() {
        return input;
    }

    List<LakeTable> tables() {
        return tables;
    }
}
