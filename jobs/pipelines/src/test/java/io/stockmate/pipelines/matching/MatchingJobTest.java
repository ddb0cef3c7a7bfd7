package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.pipelines.runtime.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MatchingJobTest {
    private static final PropertyGroups LOCAL = PropertyGroups.none()
            .with("matching", "operators", "house")
            .with("matching.commands", "aws.endpoint", "http://127.0.0.1:1")
            .with("matching.events", "aws.endpoint", "http://127.0.0.1:1")
            .with("matching.order-status", "aws.endpoint", "http://127.0.0.1:1")
            .with("matching.lake", "path", "file:///tmp/lake");

    @Test
    void everyOperatorHasTheUidAndTitleOfItsStep() {
        Map<String, String> operators = new TreeMap<>();
        for (StreamNode node : graph(2).getStreamNodes()) {
            operators.put(node.getTransformationUID(), node.getOperatorName());
        }

        assertThat(operators)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "read-commands", "Source: Read commands",
                        "decode-commands", "Decode commands",
                        "match-orders", "Match orders",
                        "publish-events", "Publish events: Writer",
                        "select-order-statuses", "Select order statuses",
                        "report-order-statuses", "Report order statuses: Writer",
                        "record-events", "Record events",
                        "write-lake", "Write lake: Writer",
                        "Sink Committer: write-lake", "Write lake: Committer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void recordsAreForwardedAtOneParallelismUntilTheyGoToTheirSymbol(int parallelism) {
        StreamGraph graph = graph(parallelism);
        StreamNode source = node(graph, Step.READ_COMMANDS);
        StreamNode decoding = node(graph, Step.DECODE_COMMANDS);
        StreamNode matching = node(graph, Step.MATCH_ORDERS);

        assertThat(source.getParallelism()).isEqualTo(parallelism);
        assertThat(decoding.getParallelism()).isEqualTo(parallelism);
        assertThat(decoding.getInEdges())
                .singleElement()
                .matches(edge -> edge.getSourceId() == source.getId())
                .matches(edge -> edge.getPartitioner() instanceof ForwardPartitioner);
        assertThat(matching.getInEdges())
                .singleElement()
                .matches(edge -> edge.getSourceId() == decoding.getId())
                .matches(edge -> edge.getPartitioner() instanceof KeyGroupStreamPartitioner);
    }

    @Test
    void nothingOvertakesBehindMatching() {
        StreamGraph graph = graph(2);

        for (StreamEdge edge : node(graph, Step.MATCH_ORDERS).getOutEdges()) {
            assertThat(edge.getPartitioner()).isInstanceOf(ForwardPartitioner.class);
        }
    }

    @Test
    void theJobGraphBuildsWithoutGeneratedUidsAndGenericTypes() {
        assertThat(graph(1).getJobGraph().getVertices()).isNotEmpty();
    }

    @Test
    void namesInTheWebUiAreTheDomains() {
        assertThat(graph(1).getJobGraph().getVertices())
                .extracting(JobVertex::getName)
                .containsExactlyInAnyOrder(
                        "Source: Read commands -> Decode commands",
                        "Match orders -> (Publish events: Writer,"
                                + " Select order statuses -> Report order statuses: Writer, Record events)",
                        "Write lake: Writer -> Write lake: Committer");
    }

    @Test
    void unalignedCheckpointsAndTheChangelogBackendAreRefused() {
        for (String setting : List.of("execution.checkpointing.unaligned.enabled", "state.changelog.enabled")) {
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(Map.of(setting, "true")));

            assertThatThrownBy(() -> MatchingJob.build(environment, LOCAL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(setting);
        }
    }

    @Test
    void mainWantsThePathOfItsProperties() {
        assertThatThrownBy(() -> MatchingJob.main(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the path of its property groups, not 0");
        assertThatThrownBy(() -> MatchingJob.main(new String[] {"/no/such/file.json"}))
                .hasMessageContaining("/no/such/file.json");
    }

    private static StreamGraph graph(int parallelism) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        environment.setParallelism(parallelism);
        MatchingJob.build(environment, LOCAL);
        return environment.getStreamGraph();
    }

    private static StreamNode node(StreamGraph graph, Step step) {
        return graph.getStreamNodes().stream()
                .filter(node -> step.uid().equals(node.getTransformationUID()))
                .findFirst()
                .orElseThrow();
    }
}
