package io.stockmate.core.book.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.SharedData;
import io.stockmate.core.book.SortedBook;
import io.stockmate.core.reference.NaiveBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recorded order flows with the published hashes of their report streams. */
class OrderFileReplayTest {
    private static final String NORMAL_SHA256 = "e9b2e3926854410b01a035aeb25dd05f1e597c233be8263de9eb49b6713d367e";

    @Test
    void edgeCasesReportWhatIsPublished() throws IOException {
        Path cases = SharedData.require("matching/cases");
        Map<String, String> published = published();

        Map<String, String> sorted = new LinkedHashMap<>();
        Map<String, String> naive = new LinkedHashMap<>();
        for (String name : published.keySet()) {
            sorted.put(name, OrderFileReplay.sha256(cases.resolve(name), new SortedBook()));
            naive.put(name, OrderFileReplay.sha256(cases.resolve(name), new NaiveBook()));
        }

        assertThat(published).hasSize(34);
        assertThat(sorted).isEqualTo(published);
        assertThat(naive).isEqualTo(published);
    }

    @Test
    void twoMillionOrdersReportWhatIsPublished() throws IOException {
        Path file = SharedData.require("matching/orders_normal_s23.bin.gz");

        assertThat(OrderFileReplay.sha256(file, new SortedBook())).isEqualTo(NORMAL_SHA256);
    }

    private static Map<String, String> published() throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.require("matching/cases_sha256.txt"))) {
            String[] words = line.split(" +");
            hashes.put(words[1], words[0]);
        }
        return hashes;
    }
}
