package io.stockmate.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LedgerWatchTest {
    @Test
    void tellsThatTheBooksBalanceAndHowFarTheyAreBehind() {
        assertThat(LedgerWatch.text(balance(0), 7, 10)).isEqualTo("balance 0 in 1 units, 3 trades behind");
    }

    @Test
    void booksThatAreAheadOfWhatWasReadAreNotBehind() {
        assertThat(LedgerWatch.text(balance(0), 12, 10)).endsWith("0 trades behind");
    }

    @Test
    void namesTheUnitThatDoesNotBalance() {
        assertThat(LedgerWatch.text(balance(-5), 7, 7)).isEqualTo("NOT BALANCED in EUR, 0 trades behind");
    }

    private static TrialBalance balance(long difference) {
        BigDecimal given = BigDecimal.valueOf(100);
        BigDecimal over = BigDecimal.valueOf(difference);
        return new TrialBalance(List.of(new TrialBalance.Unit("EUR", 4, 2, given.add(over), given, over)));
    }
}
