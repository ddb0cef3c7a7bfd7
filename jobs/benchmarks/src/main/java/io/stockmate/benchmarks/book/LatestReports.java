package io.stockmate.benchmarks.book;

/** Keeps the lines of the last message's reports. */
final class LatestReports extends ReportLines {
    private String lines = "";

    @Override
    void message(String told) {
        lines = told;
    }

    /** What the message brought about; empty for nothing. */
    String take() {
        endMessage();
        String taken = lines;
        lines = "";
        return taken;
    }
}
