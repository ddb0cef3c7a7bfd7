package io.stockmate.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.StockLevel;
import io.stockmate.core.message.StockReason;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import io.stockmate.producers.trial.Ordering;
import io.stockmate.producers.trial.Outcome;
import io.stockmate.producers.trial.ReplenishmentTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplenishmentReportTest {
    private static final long FROM = 1_767_571_200_000L;
    private static final String SYMBOL = Ordering.SUGGESTED.symbol(1);

    @TempDir
    private Path directory;

    @Test
    void whatWasHeldDoesNotDependOnTheOrderOfTheLakesFiles() throws Exception {
        Path lake = write("lake", level(2, FROM + 500, 0));
        Path earlier = file(write("earlier", level(1, FROM, 10)));
        Files.move(earlier, file(lake).resolveSibling("z.parquet"));

        Outcome outcome = ReplenishmentReport.of(lake, FROM, FROM + 1_000).outcome(Ordering.SUGGESTED);

        assertThat(outcome.stockOuts()).isEqualTo(1);
        assertThat(outcome.held()).isEqualTo(5);
    }

    private Path write(String name, Event level) throws IOException {
        Path lake = Files.createDirectory(directory.resolve(name));
        try (LakeWriter writer = LakeWriter.create(lake)) {
            writer.put(new LakeRow.OfEvent(level));
        }
        return lake;
    }

    private static Path file(Path lake) throws IOException {
        try (Stream<Path> tree = Files.walk(lake)) {
            return tree.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Event level(long seq, long ts, long onHand) {
        return new Event(
                new EventHeader(SYMBOL, seq, seq, SYMBOL + "-" + seq, ts),
                0,
                new Cause("s", "1", 0, ts),
                new StockLevel(
                        ReplenishmentTrial.SHOP, onHand, 0, onHand, 0, StockReason.COUNT, 0, null, Absent.NUMBER));
    }
}
