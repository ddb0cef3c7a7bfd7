package io.stockmate.benchmarks.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailFileTest {
    private static final String HEAD =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final long MORNING = Instant.parse("2010-12-01T08:26:00Z").toEpochMilli();

    @TempDir
    private Path directory;

    @Test
    void salesCancellationsAndAdjustmentsAreTold() throws IOException {
        Path file = file(
                """
                536365,85123A,HEART,6,2010-12-01T08:26:00Z,2.55,17850,United Kingdom
                C536379,D,Discount,-1,2010-12-01T08:26:00Z,27.5,14527,United Kingdom
                536589,21777,NA,-10,2010-12-01T08:26:00Z,0,NA,United Kingdom
                """);

        assertThat(RetailFile.read(file))
                .containsExactly(
                        new RetailRow("85123A", MORNING, 6, RetailRow.Kind.SALE),
                        new RetailRow("D", MORNING, 1, RetailRow.Kind.CANCELLATION),
                        new RetailRow("21777", MORNING, 10, RetailRow.Kind.ADJUSTMENT));
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLineBreaks() throws IOException {
        Path file = file(
                """
                536365,22113,"GREY ""HEART"", HOT-WATER
                BOTTLE",4,2010-12-01T08:26:00Z,2.55,17850,"Ireland, EIRE"
                """);

        assertThat(RetailFile.read(file)).containsExactly(new RetailRow("22113", MORNING, 4, RetailRow.Kind.SALE));
    }

    @Test
    void codesBecomeSymbols() throws IOException {
        Path file = file(
                """
                536365,gift_0001_50,x,1,2010-12-01T08:26:00Z,0,NA,x
                536365,BANK CHARGES,x,1,2010-12-01T08:26:00Z,0,NA,x
                """);

        assertThat(RetailFile.read(file)).extracting(RetailRow::symbol).containsExactly("GIFT_0001_50", "BANK-CHARGES");
    }

    @Test
    void rowsThatMoveNothingAreLeftOut() throws IOException {
        assertThat(RetailFile.read(file("536365,22113,x,0,2010-12-01T08:26:00Z,0,NA,x\n")))
                .isEmpty();
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        Path file = directory.resolve("retail.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEAD + "536365,22113,x,4,2010-12-01T08:26:00Z,0,NA,x\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(RetailFile.read(file)).hasSize(1);
    }

    @Test
    void rowThatCannotBeUnderstoodIsNamed() throws IOException {
        Path file = file(
                """
                536365,22113,x,4,2010-12-01T08:26:00Z,0,NA,x
                536365,22113,x,many,2010-12-01T08:26:00Z,0,NA,x
                """);

        assertThatThrownBy(() -> RetailFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 2")
                .hasMessageContaining("many");
    }

    @Test
    void missingColumnIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> RetailFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("InvoiceNo");
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(directory.resolve("retail.csv"), HEAD + rows);
    }
}
