package io.stockmate.lake;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Tells Parquet the columns of a table and gives it the table's rows. */
final class TableWriteSupport extends WriteSupport<LakeRow> {
    private final LakeTable table;
    private @Nullable ParquetRow parquetRow;

    TableWriteSupport(LakeTable table) {
        this.table = table;
    }

    @Override
    public String getName() {
        return "stockmate";
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetColumns.of(table), Map.of());
    }

    @Override
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("the lake is written without Hadoop's configuration");
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        parquetRow = new ParquetRow(table, consumer);
    }

    @Override
    public void write(LakeRow row) {
        requireNonNull(parquetRow, "prepareForWrite comes first").write(row);
    }
}
