package io.stockmate.local.platform;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.pipelines.accounting.AccountingJob;
import io.stockmate.pipelines.anomaly.AnomalyJob;
import io.stockmate.pipelines.demand.DemandJob;
import io.stockmate.pipelines.matching.MatchingJob;
import io.stockmate.pipelines.runtime.Step;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs of a platform: each after those whose streams it reads, which is also the order in which they end. */
enum Job {
    MATCHING(MatchingJob.NAME, Streams.COMMANDS, Step.READ_COMMANDS, MatchingJob::build),
    ANOMALY(AnomalyJob.NAME, Streams.EVENTS, Step.READ_EVENTS, AnomalyJob::build),
    DEMAND(DemandJob.NAME, Streams.EVENTS, Step.READ_EVENTS, DemandJob::build),
    ACCOUNTING(AccountingJob.NAME, Streams.EVENTS, Step.READ_EVENTS, AccountingJob::build);

    private static final long IDS = 0x73746f636b6d6174L;

    private final String jobName;
    private final String input;
    private final Step reader;
    private final Builder builder;

    Job(String jobName, String input, Step reader, Builder builder) {
        this.jobName = jobName;
        this.input = input;
        this.reader = reader;
        this.builder = builder;
    }

    private interface Builder {
        void build(StreamExecutionEnvironment environment, PropertyGroups groups);
    }

    /** The name in Flink, in property groups and in paths. */
    String jobName() {
        return jobName;
    }

    /** Always the same, so that all checkpoints of a job lie in one directory. */
    JobID id() {
        return new JobID(IDS, ordinal() + 1L);
    }

    /** The stream whose end is its end. Accounting reads alerts besides, for a read model that lags. */
    String input() {
        return input;
    }

    /** Whether an operator, by its name in Flink, is what reads {@link #input}. */
    boolean isReader(String operator) {
        return operator.endsWith(reader.title());
    }

    /** Adds the job to an environment. */
    void build(StreamExecutionEnvironment environment, PropertyGroups groups) {
        builder.build(environment, groups);
    }

    /**
     * Whether it has sinks that gather what they send: orders' statuses and accounts by Firehose, orders to DynamoDB.
     * What a Kinesis sink holds goes out with a savepoint anyway; these would send it in the next run.
     */
    boolean delivers() {
        return this == MATCHING || this == ACCOUNTING;
    }

    /** Whether the market stands still without it. */
    boolean isVital() {
        return this == MATCHING;
    }
}
