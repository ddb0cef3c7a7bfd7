package io.stockmate.benchmarks.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.book.LadderBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferentialTest {
    private final List<String> differences = new ArrayList<>();

    @Test
    void threeBooksReportTheSame() {
        DifferentialBooks books = new DifferentialBooks(LadderBook::new, differences::add);
        books.run(20_260_302, 60_000);

        assertThat(differences).isEmpty();
        assertThat(books.sessions()).isEqualTo(30);
    }

    @Test
    void marketsWithOrdersOfEveryTypeAgreeOnTheNaiveBook() {
        DifferentialMarkets markets = new DifferentialMarkets(LadderBook::new, differences::add);
        markets.run(20_260_302, 12_000);

        assertThat(differences).isEmpty();
        assertThat(markets.sessions()).isEqualTo(6);
        assertThat(markets.trades()).isGreaterThan(1_000);
    }

    @Test
    void bookThatLosesPriorityOnReducingIsFoundByEitherWay() {
        new DifferentialBooks(ForgetfulBook::new, differences::add).run(1, 20_000);
        assertThat(differences).hasSizeGreaterThan(5).allMatch(text -> text.contains("the book reports"));

        differences.clear();
        new DifferentialMarkets(ForgetfulBook::new, differences::add).run(1, 20_000);
        assertThat(differences).hasSizeGreaterThan(2).allMatch(text -> text.contains("another than on the naive book"));
    }
}
