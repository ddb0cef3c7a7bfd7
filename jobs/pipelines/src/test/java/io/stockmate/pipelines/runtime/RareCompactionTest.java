package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.RocksDB;

final class RareCompactionTest {
    @Test
    void collectsFortyFilesBeforeItMergesThem() {
        RocksDB.loadLibrary();
        try (ColumnFamilyOptions options = new ColumnFamilyOptions()) {
            new RareCompaction().createColumnOptions(options, List.of());

            assertThat(options.level0FileNumCompactionTrigger()).isEqualTo(40);
            assertThat(options.level0SlowdownWritesTrigger()).isEqualTo(80);
            assertThat(options.level0StopWritesTrigger()).isEqualTo(120);
        }
    }
}
