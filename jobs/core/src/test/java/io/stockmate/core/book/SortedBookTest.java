package io.stockmate.core.book;

class SortedBookTest extends BookContract {
    @Override
    protected Book emptyBook() {
        return new SortedBook();
    }
}
