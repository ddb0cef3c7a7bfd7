package io.stockmate.benchmarks.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.SharedData;
import io.stockmate.core.book.LadderBook;
import io.stockmate.core.reference.NaiveBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order flows, recorded with the published hashes of their report streams, and generated. */
class OrderFlowTest {
    private static final String NORMAL_SHA256 = "e9b2e3926854410b01a035aeb25dd05f1e597c233be8263de9eb49b6713d367e";

    @Test
    void edgeCasesReportWhatIsPublished() throws IOException {
        Path cases = SharedData.require("matching/cases");
        Map<String, String> published = published();

        Map<String, String> market = new LinkedHashMap<>();
        Map<String, String> naive = new LinkedHashMap<>();
        for (String name : published.keySet()) {
            OrderFlow flow = OrderFile.read(cases.resolve(name));
            market.put(name, new BookBench(flow, LadderBook::new).sha256());
            naive.put(name, new BookBench(flow, NaiveBook::new).sha256());
        }

        assertThat(published).hasSize(34);
        assertThat(market).isEqualTo(published);
        assertThat(naive).isEqualTo(published);
    }

    @Test
    void twoMillionOrdersReportWhatIsPublished() throws IOException {
        OrderFlow flow = OrderFile.read(SharedData.require("matching/orders_normal_s23.bin.gz"));

        assertThat(new BookBench(flow, LadderBook::new).sha256()).isEqualTo(NORMAL_SHA256);
    }

    @Test
    void movesAndJumpsReportWhatExchangeCoreAndTheNaiveBookReport() {
        for (OrderFlow flow : new OrderFlow[] {GeneratedFlow.priceMoves(7, 3_000), GeneratedFlow.jumps(7, 3_000)}) {
            BookBench bench = new BookBench(flow, LadderBook::new);
            assertThat(bench.sha256())
                    .isEqualTo(bench.exchangeCoreSha256())
                    .isEqualTo(new BookBench(flow, NaiveBook::new).sha256());
        }
        for (OrderFlow flow : new OrderFlow[] {GeneratedFlow.priceMoves(8, 200_000), GeneratedFlow.jumps(8, 200_000)}) {
            BookBench bench = new BookBench(flow, LadderBook::new);
            assertThat(bench.sha256()).isEqualTo(bench.exchangeCoreSha256());
        }
    }

    @Test
    void seedMakesTheFlow() {
        String one = new BookBench(GeneratedFlow.jumps(1, 30_000), LadderBook::new).sha256();
        String same = new BookBench(GeneratedFlow.jumps(1, 30_000), LadderBook::new).sha256();
        String other = new BookBench(GeneratedFlow.jumps(2, 30_000), LadderBook::new).sha256();
        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void fileThatIsNoOrderFileIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("text.bin"), "this is no order file".getBytes("US-ASCII"));

        assertThatThrownBy(() -> OrderFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is no order file of version 1");
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
