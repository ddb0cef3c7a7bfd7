package io.stockmate.core.reference;

import io.stockmate.core.book.Book;
import io.stockmate.core.book.BookContract;

class NaiveBookTest extends BookContract {
    @Override
    protected Book emptyBook() {
        return new NaiveBook();
    }
}
