package io.stockmate.connectors.kinesis.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.UserCodeClassLoader;

/** Notes what a reader tells the enumerator. */
final class FakeReaderContext implements SourceReaderContext {
    final List<String> told = new ArrayList<>();

    @Override
    public SourceReaderMetricGroup metricGroup() {
        return UnregisteredMetricsGroup.createSourceReaderMetricGroup();
    }

    @Override
    public Configuration getConfiguration() {
        return new Configuration();
    }

    @Override
    public String getLocalHostName() {
        return "here";
    }

    @Override
    public int getIndexOfSubtask() {
        return 0;
    }

    @Override
    public void sendSplitRequest() {
        throw new AssertionError("readers do not ask for shards");
    }

    @Override
    public void sendSourceEventToCoordinator(SourceEvent event) {
        told.add(((ShardsFinished) event).shardIds().toString());
    }

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
        throw new AssertionError("no user code is loaded");
    }
}
