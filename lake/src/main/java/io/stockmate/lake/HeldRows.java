package io.stockmate.lake;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that the open files of one subtask hold. When they become too many, the file that holds most writes its own:
 * so a checkpoint, which writes all of them, is soon done however many tables there are.
 */
final class HeldRows {
    private final int most;
    private final List<TableWriter> files = new ArrayList<>();
    private int rows;

    HeldRows(int most) {
        this.most = most;
    }

    void opened(TableWriter file) {
        files.add(file);
    }

    void closed(TableWriter file) {
        files.remove(file);
    }

    void added() throws IOException {
        if (++rows >= most) {
            files.stream().max(comparingInt(TableWriter::held)).orElseThrow().writeHeld();
        }
    }

    void left(int written) {
        rows -= written;
    }
}
