package io.stockmate.lake;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** A Parquet file of one table: each {@link RowBuffer} that is given becomes one row group, in order. */
final class RowGroups {
    /** What the file says to have aimed at, to no effect: the buffers decide. */
    private static final long ROW_GROUP_BYTES = ParquetWriter.DEFAULT_BLOCK_SIZE;

    private static final int PAGE_BYTES = 256 * 1024;

    /** Little, so that columns whose values hardly come again are soon written as differences. */
    private static final int DICTIONARY_BYTES = 64 * 1024;

    private static final Map<String, String> MADE_BY = Map.of("writer.model.name", "stockmate");

    /**
     * Ids by which an order is looked up. All other ids begin with the symbol and go on with a number that the rows are
     * sorted by, so that their statistics say where they are.
     */
    private static final Set<String> LOOKED_UP = Set.of("clOrdId", "orderId");

    private static final double FALSE_POSITIVES = 0.01;

    private final MessageType columns;
    private final ParquetFileWriter file;

    RowGroups(LakeTable table, OutputFile output) throws IOException {
        this.columns = ParquetColumns.of(table);
        this.file = new ParquetFileWriter(output, columns, Mode.CREATE, ROW_GROUP_BYTES, 0, null, properties(0));
        file.start();
    }

    void write(RowBuffer rows) throws IOException {
        try (ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(
                        new ZstdPages().getCompressor(CompressionCodecName.ZSTD),
                        columns,
                        new HeapByteBufferAllocator(),
                        ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH);
                ColumnWriteStore store = properties(rows.rows()).newColumnWriteStore(columns, pages, pages)) {
            fill(store, rows);
            file.startBlock(rows.rows());
            store.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
        }
    }

    private void fill(ColumnWriteStore store, RowBuffer rows) {
        ColumnWriter[] writers =
                columns.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
        for (int row : rows.sorted()) {
            for (int column = 0; column < writers.length; column++) {
                rows.write(column, row, writers[column]);
            }
            store.endRecord();
        }
    }

    /** The bytes so far, those included that the stream has not got yet. */
    long size() throws IOException {
        return file.getPos();
    }

    /** Writes the footer. */
    void end() throws IOException {
        file.end(MADE_BY);
    }

    private ParquetProperties properties(int rows) {
        ParquetProperties.Builder properties = ParquetProperties.builder()
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withPageSize(PAGE_BYTES)
                .withDictionaryPageSize(DICTIONARY_BYTES);
        for (ColumnDescriptor column : columns.getColumns()) {
            String name = column.getPath()[0];
            if (rows > 0 && LOOKED_UP.contains(name)) {
                properties
                        .withBloomFilterEnabled(name, true)
                        .withBloomFilterNDV(name, rows)
                        .withBloomFilterFPP(name, FALSE_POSITIVES);
            }
        }
        return properties.build();
    }
}
