package io.stockmate.core.book;

class LadderBookTest extends BookContract {
    @Override
    protected Book emptyBook() {
        return new LadderBook();
    }
}
