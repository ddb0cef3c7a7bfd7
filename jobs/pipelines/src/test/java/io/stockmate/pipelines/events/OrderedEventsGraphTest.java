package io.stockmate.pipelines.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.view.ChainedEvents;
import io.stockmate.core.view.EarlyLimits;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.JobSetup;
import io.stockmate.pipelines.runtime.Step;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a job that reads events from Kinesis is joined. */
final class OrderedEventsGraphTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void recordsAreForwardedAtOneParallelismUntilTheyGoToTheirSymbol(int parallelism) {
        StreamGraph graph = graph(parallelism);
        StreamNode source = node(graph, Step.READ_EVENTS);
        StreamNode decoding = node(graph, Step.DECODE_EVENTS);
        StreamNode ordering = node(graph, Step.ORDER_EVENTS);

        assertThat(source.getParallelism()).isEqualTo(parallelism);
        assertThat(decoding.getParallelism()).isEqualTo(parallelism);
        assertThat(decoding.getInEdges())
                .singleElement()
                .matches(edge -> edge.getSourceId() == source.getId())
                .matches(edge -> edge.getPartitioner() instanceof ForwardPartitioner);
        assertThat(ordering.getInEdges())
                .singleElement()
                .matches(edge -> edge.getSourceId() == decoding.getId())
                .matches(edge -> edge.getPartitioner() instanceof KeyGroupStreamPartitioner);
        assertThat(graph.getJobGraph().getVertices()).isNotEmpty();
    }

    private static StreamGraph graph(int parallelism) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        JobSetup.apply(JobSettings.of(PropertyGroup.of("flink", Map.of())), environment);
        environment.setParallelism(parallelism);
        OrderedEvents events = OrderedEvents.read(
                environment,
                PropertyGroup.of("anomaly.events", Map.of("aws.endpoint", "http://127.0.0.1:1")),
                ChainedEvents.RULES,
                EarlyLimits.DEFAULT,
                EventHistory.NONE);
        events.events().sinkTo(new DiscardingSink<>()).uid("nothing");
        return environment.getStreamGraph(false);
    }

    private static StreamNode node(StreamGraph graph, Step step) {
        return graph.getStreamNodes().stream()
                .filter(node -> step.uid().equals(node.getTransformationUID()))
                .findFirst()
                .orElseThrow();
    }
}
