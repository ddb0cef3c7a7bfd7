package io.stockmate.local.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.DemandForecast;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.lake.LakeRow;
import io.stockmate.lake.LakeWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days close one after another, by a tick two hours after their end. */
class OutlookReaderTest {
    private static final long DAY_MS = 86_400_000;
    private static final long FIRST = 20_000;

    @TempDir
    private Path lake;

    @Test
    void anAccountThatTheNewestCloseTellsIsShown() throws IOException {
        write(closed("S-1", 0), forecast("SHOP", 0), closed("S-1", 1), forecast("SHOP", 1));
        assertThat(OutlookReader.read(lake, "S-1", null)).hasValueSatisfying(outlook -> {
            assertThat(outlook.account()).isEqualTo("SHOP");
            assertThat(outlook.ahead()).containsExactly(of("SHOP", 1));
        });
    }

    @Test
    void anAccountThatTheNewestCloseDoesNotTellWasForgotten() throws IOException {
        write(closed("S-1", 0), forecast("GONE", 0), closed("S-1", 1), forecast("SHOP", 1));
        assertThat(OutlookReader.read(lake, "S-1", "GONE")).isEmpty();
    }

    @Test
    void theLastAccountOfASymbolIsForgottenToo() throws IOException {
        write(closed("S-1", 0), forecast("GONE", 0), closed("S-1", 1));
        assertThat(OutlookReader.read(lake, "S-1", null)).isEmpty();
    }

    @Test
    void daysOfOtherSymbolsMakeNobodyForgotten() throws IOException {
        write(closed("S-1", 0), forecast("SHOP", 0), closed("S-2", 1));
        assertThat(OutlookReader.read(lake, "S-1", null)).isPresent();
    }

    private void write(LakeRow... rows) throws IOException {
        try (LakeWriter writer = LakeWriter.create(lake)) {
            for (LakeRow row : rows) {
                writer.put(row);
            }
        }
    }

    private static LakeRow closed(String symbol, long day) {
        return new LakeRow.OfDemand(DemandDay.ofSymbol(symbol, closedAt(day), day + 1, start(day), 0, 0));
    }

    private static LakeRow forecast(String account, long day) {
        return new LakeRow.OfForecast(of(account, day));
    }

    private static DemandForecast of(String account, long day) {
        long absent = Absent.NUMBER;
        return new DemandForecast(
                "S-1",
                closedAt(day),
                day + 1,
                account,
                start(day + 1),
                ForecastModel.ADAPTIVE,
                100_000,
                50_000,
                100_000,
                150_000,
                absent,
                absent,
                absent,
                start(day));
    }

    private static long start(long day) {
        return (FIRST + day) * DAY_MS;
    }

    private static long closedAt(long day) {
        return start(day + 1) + 7_200_000;
    }
}
