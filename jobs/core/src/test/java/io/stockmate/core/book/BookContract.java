package io.stockmate.core.book;

import org.junit.jupiter.api.BeforeEach;

/** What every book must do. */
public abstract class BookContract
        implements MatchingContract,
                RestingContract,
                SelfTradeContract,
                BookViewContract,
                RefusedCallsContract,
                IcebergContract {
    private final ToldInWords told = new ToldInWords();
    private Book book;

    protected abstract Book emptyBook();

    @BeforeEach
    final void openBook() {
        book = emptyBook();
    }

    @Override
    public final Book book() {
        return book;
    }

    @Override
    public final ToldInWords told() {
        return told;
    }
}
