package io.stockmate.lake;

import java.io.IOException;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/** Writes one Parquet file. Its first row tells of which table; a row of another table is refused. */
final class TableWriter implements BulkWriter<LakeRow> {
    private static final int PAGE_BYTES = 256 * 1024;
    private static final int DICTIONARY_BYTES = 512 * 1024;

    private final FSDataOutputStream stream;
    private final LakeSettings settings;
    private @Nullable ParquetWriter<LakeRow> rows;

    TableWriter(FSDataOutputStream stream, LakeSettings settings) {
        this.stream = stream;
        this.settings = settings;
    }

    @Override
    public void addElement(LakeRow row) throws IOException {
        if (rows == null) {
            rows = open(row.table());
        }
        rows.write(row);
    }

    /** Does nothing: a row group is written when it is full, and the last one by {@link #finish}. */
    @Override
    public void flush() {}

    @Override
    public void finish() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }

    private ParquetWriter<LakeRow> open(LakeTable table) throws IOException {
        return new Builder(new TableFile(stream), table)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdPages())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize((long) settings.rowGroupBytes())
                .withRowGroupRowCountLimit(settings.rowGroupRows())
                .withPageSize(PAGE_BYTES)
                .withDictionaryPageSize(DICTIONARY_BYTES)
                .build();
    }

    private static final class Builder extends ParquetWriter.Builder<LakeRow, Builder> {
        private final LakeTable table;

        Builder(OutputFile file, LakeTable table) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<LakeRow> getWriteSupport(ParquetConfiguration configuration) {
            return new TableWriteSupport(table);
        }

        @Override
        protected WriteSupport<LakeRow> getWriteSupport(Configuration configuration) {
            return new TableWriteSupport(table);
        }
    }
}
