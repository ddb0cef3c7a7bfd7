package io.stockmate.benchmarks.retail;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A retailer's transactions in the columns of UCI's Online Retail: a head, then rows of which {@code InvoiceNo},
 * {@code StockCode}, {@code Quantity} (whole, signed) and {@code InvoiceDate} (ISO 8601, UTC) are read. {@code .gz} is
 * accepted. Rows of quantity 0 move nothing and are left out.
 */
public final class RetailFile {
    private RetailFile() {}

    /**
     * All rows in the file's order.
     *
     * @throws IOException where the file cannot be read
     * @throws IllegalArgumentException where a row cannot be understood, naming it
     */
    public static List<RetailRow> read(Path file) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
                MappingIterator<Map<String, String>> table = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(schema)
                        .readValues(text)) {
            List<RetailRow> rows = new ArrayList<>();
            for (long number = 1; table.hasNext(); number++) {
                RetailRow row = row(file, number, table.next());
                if (row.quantity() > 0) {
                    rows.add(row);
                }
            }
            return rows;
        } catch (RuntimeJsonMappingException malformed) {
            throw new IllegalArgumentException(
                    file + " is not a table with a head: " + malformed.getMessage(), malformed);
        }
    }

    private static RetailRow row(Path file, long number, Map<String, String> cells) {
        try {
            return RetailRow.of(
                    cell(cells, "InvoiceNo"),
                    cell(cells, "StockCode"),
                    Long.parseLong(cell(cells, "Quantity")),
                    Instant.parse(cell(cells, "InvoiceDate")).toEpochMilli());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IllegalArgumentException(
                    file + ", row " + number + " below the head: " + wrong.getMessage(), wrong);
        }
    }

    private static String cell(Map<String, String> cells, String column) {
        String cell = cells.get(column);
        if (cell == null || cell.isEmpty()) {
            throw new IllegalArgumentException(
                    "no " + column + "; InvoiceNo, StockCode, Quantity and InvoiceDate are needed");
        }
        return cell;
    }
}
