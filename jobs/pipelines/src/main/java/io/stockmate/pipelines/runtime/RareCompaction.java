package io.stockmate.pipelines.runtime;

import java.util.Collection;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.contrib.streaming.state.ConfigurableRocksDBOptionsFactory;
import org.apache.flink.contrib.streaming.state.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * Lets RocksDB collect many small files before it merges them. Each checkpoint flushes one file; with RocksDB's default
 * of four, every fourth incremental checkpoint uploads the whole state anew. What a read pays for it, the filters of
 * {@link JobSetup} keep low.
 */
public final class RareCompaction implements ConfigurableRocksDBOptionsFactory {
    static final int COMPACT_AT_FILES = 40;
    /** Writes must not be held up before compaction has had its chance. */
    static final int SLOW_DOWN_AT_FILES = 80;

    static final int STOP_AT_FILES = 120;

    @Override
    public RocksDBOptionsFactory configure(ReadableConfig configuration) {
        return this;
    }

    @Override
    public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> toClose) {
        return options;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(ColumnFamilyOptions options, Collection<AutoCloseable> toClose) {
        return options.setLevel0FileNumCompactionTrigger(COMPACT_AT_FILES)
                .setLevel0SlowdownWritesTrigger(SLOW_DOWN_AT_FILES)
                .setLevel0StopWritesTrigger(STOP_AT_FILES);
    }
}
