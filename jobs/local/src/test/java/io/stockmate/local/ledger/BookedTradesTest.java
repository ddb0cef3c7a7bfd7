package io.stockmate.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BookedTradesTest {
    @TempDir
    private Path directory;

    @Test
    void balanceAgreeWithTheLakeAndLeaveWhatWasPaidAndMovedWhenAllAreUndone() throws Exception {
        List<String> said = new ArrayList<>();

        BookedTrades.Report report = new BookedTrades(directory, 200, false, said::add).run();

        assertThat(report.violations()).isEmpty();
        assertThat(report.trades()).isGreaterThanOrEqualTo(200);
        assertThat(report.transactions()).isGreaterThanOrEqualTo(2 * report.trades());
        assertThat(report.transfers()).isGreaterThan(report.transactions());
    }

    @Test
    void contentsDifferByOneAmountAndByOneRepeat() {
        TransferContents books = contents(5, 7);

        assertThat(books.differences(contents(7, 5))).isEmpty();
        assertThat(books.differences(contents(5, 8))).containsExactly("AAA");
        assertThat(books.differences(contents(5, 7, 7))).containsExactly("AAA");
        assertThat(books.differences(contents())).containsExactly("AAA");
    }

    private static TransferContents contents(long... amounts) {
        TransferContents contents = new TransferContents();
        for (long amount : amounts) {
            contents.add(new Transfer(
                    "AAA",
                    amount,
                    0,
                    "AAA-" + amount,
                    "AAA-" + amount + "-1",
                    "EUR",
                    "A/cash",
                    "B/cash",
                    amount,
                    TransferReason.TRADE,
                    null,
                    null,
                    Absent.NUMBER));
        }
        return contents;
    }
}
