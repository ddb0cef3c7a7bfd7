package io.stockmate.benchmarks;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** A cluster in this process that nobody else can reach. */
public final class LoopbackCluster {
    private static final String HERE = "127.0.0.1";

    private LoopbackCluster() {}

    /** To be completed by the bench. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_ADDRESS, HERE);
        configuration.set(JobManagerOptions.BIND_HOST, HERE);
        configuration.set(TaskManagerOptions.BIND_HOST, HERE);
        return configuration;
    }
}
