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

/** A Parquet file of one relation, row group by row group. */
final class RowGroups {
    /** What the file says to have aimed at, to no effect: who writes it decides. */
    private static final long AIMED_AT_BYTES = ParquetWriter.DEFAULT_BLOCK_SIZE;

    private static final int PAGE_BYTES = 256 * 1024;

    /** Short, as an engine that looks for a symbol in sorted rows reads whole pages. */
    private static final int SORTED_PAGE_ROWS = 4_096;

    /** Little, so that columns whose values hardly come again are soon written as differences. */
    private static final int DICTIONARY_BYTES = 64 * 1024;

    private static final Map<String, String> MADE_BY = Map.of("writer.model.name", "stockmate");

    /**
     * Ids by which an order is looked up. All ids but the producers' own begin with the symbol and go on with a number, so
     * where all rows are sorted the statistics say where they are; a row group of some rows of all symbols says nothing.
     */
    private static final Set<String> LOOKED_UP = Set.of("clOrdId", "orderId");

    private static final Set<String> LOOKED_UP_IN_SORTED_FILES = Set.of("clOrdId");

    private static final double FALSE_POSITIVES = 0.01;

    /** Of sorted files: takes the ids of four million orders without more false positives. */
    private static final int BLOOM_FILTER_BYTES = 8 * 1024 * 1024;

    private final MessageType columns;
    private final ParquetFileWriter file;

    RowGroups(Relation table, OutputFile output) throws IOException {
        this.columns = ParquetColumns.of(table);
        this.file = new ParquetFileWriter(
                output,
                columns,
                Mode.CREATE,
                AIMED_AT_BYTES,
                0,
                null,
                properties(Set.of(), 0).build());
        file.start();
    }

    /** Writes the rows as a row group, sorted. */
    void write(RowBuffer rows) throws IOException {
        RowGroup group = new RowGroup(properties(LOOKED_UP, rows.rows()).build());
        for (int row : rows.sorted()) {
            group.add(rows, row);
        }
        group.end();
    }

    /**
     * Begins a row group of a file whose rows come sorted; the one before has ended.
     *
     * @param rows how many are expected, by which the bloom filters are sized
     */
    RowGroup begin(long rows) {
        return new RowGroup(properties(LOOKED_UP_IN_SORTED_FILES, rows)
                .withPageRowCountLimit(SORTED_PAGE_ROWS)
                .withMaxBloomFilterBytes(BLOOM_FILTER_BYTES)
                .build());
    }

    /** A row group being written: its pages are held, compressed, until it ends. */
    final class RowGroup {
        private final ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(
                new ZstdPages().getCompressor(CompressionCodecName.ZSTD),
                columns,
                new HeapByteBufferAllocator(),
                ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH);

        private final ColumnWriteStore store;
        private final ColumnWriter[] writers;
        private long rows;

        private RowGroup(ParquetProperties properties) {
            this.store = properties.newColumnWriteStore(columns, pages, pages);
            this.writers =
                    columns.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
        }

        /** Adds a row. */
        void add(RowBuffer from, int row) {
            for (int column = 0; column < writers.length; column++) {
                from.write(column, row, writers[column]);
            }
            store.endRecord();
            rows++;
        }

        long rows() {
            return rows;
        }

        /** What it takes so far, in bytes. */
        long size() {
            return store.getBufferedSize();
        }

        void end() throws IOException {
            try (pages;
                    store) {
                file.startBlock(rows);
                store.flush();
                pages.flushToFileWriter(file);
                file.endBlock();
            }
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

    private ParquetProperties.Builder properties(Set<String> lookedUp, long rows) {
        ParquetProperties.Builder properties = ParquetProperties.builder()
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withPageSize(PAGE_BYTES)
                .withDictionaryPageSize(DICTIONARY_BYTES);
        for (ColumnDescriptor column : columns.getColumns()) {
            String name = column.getPath()[0];
            if (rows > 0 && lookedUp.contains(name)) {
                properties
                        .withBloomFilterEnabled(name, true)
                        .withBloomFilterNDV(name, rows)
                        .withBloomFilterFPP(name, FALSE_POSITIVES);
            }
        }
        return properties;
    }
}
