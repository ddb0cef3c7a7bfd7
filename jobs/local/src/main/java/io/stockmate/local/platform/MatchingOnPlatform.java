package io.stockmate.local.platform;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.connectors.config.SourceSettings;
import io.stockmate.pipelines.matching.MatchingJob;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.JobSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The matching job as a platform runs it: its properties, its addresses, and where it goes on from. */
record MatchingOnPlatform(PlatformSettings settings, URI kinesis, URI firehose) {
    static final String NAME = MatchingJob.NAME;

    /** Always the same, so that all its checkpoints lie in one directory. */
    static final JobID ID = new JobID(0x73746f636b6d6174L, 1);

    private static final String SHARED = "/io/stockmate/pipelines/jobs.json";
    private static final String POLL_INTERVAL_MILLIS = "50";

    /** The job's graph, to be restored from its newest complete snapshot if there is one. */
    JobGraph graph() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(settings.data().checkpoints(NAME)));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(settings.parallelism());
        MatchingJob.build(environment, properties());
        StreamGraph stream = environment.getStreamGraph();
        stream.setJobName(NAME);
        JobGraph graph = stream.getJobGraph();
        graph.setJobID(ID);
        Snapshot.newest(settings.data(), NAME).ifPresent(snapshot -> snapshot.restore(graph));
        return graph;
    }

    /** What all deployments share, with this machine's addresses and paths, and less waiting than Kinesis asks for. */
    private PropertyGroups properties() throws IOException {
        PropertyGroups groups = shared().with(MatchingProperties.COMMANDS, AwsSettings.ENDPOINT, kinesis.toString())
                .with(MatchingProperties.COMMANDS, SourceSettings.REQUEST_INTERVAL_MILLIS, POLL_INTERVAL_MILLIS)
                .with(MatchingProperties.EVENTS, AwsSettings.ENDPOINT, kinesis.toString())
                .with(MatchingProperties.ORDER_STATUS, AwsSettings.ENDPOINT, firehose.toString())
                .with(
                        MatchingProperties.LAKE,
                        MatchingProperties.LAKE_PATH,
                        uri(settings.data().lake()))
                .with(
                        MatchingProperties.FLINK,
                        JobSettings.CHECKPOINT_INTERVAL,
                        settings.checkpointInterval().toMillis() + " ms");
        for (PlatformSettings.Property property : settings.properties()) {
            groups = groups.with(property.group(), property.name(), property.value());
        }
        return groups;
    }

    static PropertyGroups shared() throws IOException {
        try (InputStream resource = MatchingJob.class.getResourceAsStream(SHARED)) {
            if (resource == null) {
                throw new IOException(SHARED + " is not on the class path");
            }
            return PropertyGroups.parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8), SHARED);
        }
    }

    private static String uri(Path directory) {
        return directory.toUri().toString();
    }
}
