package io.stockmate.pipelines.runtime;

import org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;

/** What keeps the keyed state of a harness. */
public enum Backend {
    HEAP {
        @Override
        public StateBackend create() {
            return new HashMapStateBackend();
        }
    },
    ROCKSDB {
        @Override
        public StateBackend create() {
            // Increments refer to earlier checkpoints, which only a job has.
            EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(false);
            backend.setRocksDBOptions(new RareCompaction());
            backend.getMemoryConfiguration().setUseManagedMemory(false);
            return backend;
        }
    };

    public abstract StateBackend create();
}
