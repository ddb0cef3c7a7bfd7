package io.stockmate.core.demand.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.state.Days;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PieceVersionsTest {
    @Test
    void seriesOfVersionFourGoesOn() {
        String written = "BMoCBQQeG6uqKj99AAG6sVFA7usfPgAAgD8AAAAAUS8+uwAAgD8AAIA/AACAPx4bCRG7pT6rqqo+yHGcP8hxnD+dn4"
                + "I/91GJP67kkz+ARbpCKn27Qs5dwkIAAIA+AAAAAP//fz4AAAA/AACAPqqqqj4AAAA/AAAwPwAAAAAAAKA/AAAUQAAAiD9WVZU/"
                + "AADIPwBAiEAwQKBAYECIQDBAoEBgQNcVZUAAAAAAAECIAAB/wAAAAAAAAEAwAAAAAAAAAAAAAECgAAAAAAAAAAAAAEBgAAAAAA"
                + "AAAAAAAH/AAAAAAAAAAAAAAECIAAAAAAAAAAAAAEAwAAAAAAAAAAAAAECgAAAAAAAAf8AAAEBgAAAAAAAAAAAAAICAgICAsPD4"
                + "gQHqgdmetb7k+IEBAA==";
        Series straight = Series.start(DemandSettings.DEFAULT, "");
        for (int day = 0; day < 30; day++) {
            observe(straight, day);
        }
        Series read = Series.read(DemandSettings.DEFAULT, Base64.getDecoder().decode(written));
        assertThat(read.toBytes()).hasSizeLessThan(270);
        Series again = Series.read(DemandSettings.DEFAULT, read.toBytes());
        double[] calendar = new double[Calendar.EFFECTS.size()];
        for (int day = 30; day < 60; day++) {
            for (ForecastModel model : ForecastModel.values()) {
                assertThat(again.next(model, calendar)).isEqualTo(straight.next(model, calendar));
            }
            observe(straight, day);
            observe(read, day);
            observe(again, day);
        }
        assertThat(again.toBytes()).isEqualTo(read.toBytes());
    }

    private static void observe(Series series, int day) {
        double demand = day % 11 == 4 ? Double.NaN : day % 3 == 0 ? 2 + day % 5 * 0.75 : 0;
        series.observe(demand, 1, new double[Calendar.EFFECTS.size()], day < 25 ? Absent.NUMBER : 99_000 + day * 100);
    }

    @Test
    void accountOfVersionTwoIsTheSameShorter() {
        String written = "AhgG////////////AQEEwLgCAAgA////////////AcK4AgQAAPiYDAAA";
        Account read = Account.read(Base64.getDecoder().decode(written));
        Account account = new Account();
        account.level(12, 3, Days.start(20_000));
        account.day(20_000).issued = 4;
        account.day(20_001).price = 99_900;
        account.day(20_001).sold = 2;
        assertThat(read.toBytes()).isEqualTo(account.toBytes()).hasSize(24);
        assertThat(Account.read(read.toBytes()).toBytes()).isEqualTo(account.toBytes());
    }

    @Test
    void quantitiesAndAmountsAreReadAsWritten() {
        float[] quantities = {0, 1, 63, 64, 1 << 20, 1e12f, 0.5f, -3, Float.NaN, Float.MAX_VALUE};
        long[] amounts = {0, 1, -1, -2, 99_900, Long.MAX_VALUE, Absent.NUMBER};
        PieceWriter out = new PieceWriter(1);
        for (float quantity : quantities) {
            out.quantity(quantity);
        }
        for (long amount : amounts) {
            out.amount(amount);
        }
        PieceReader in = new PieceReader(out.toBytes(), 1);
        for (float quantity : quantities) {
            assertThat(Float.compare(in.quantity(), quantity)).isZero();
        }
        for (long amount : amounts) {
            assertThat(in.amount()).isEqualTo(amount);
        }
    }

    @Test
    void piecesOfOtherVersionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.read(DemandSettings.DEFAULT, new byte[] {3}))
                .withMessageContaining("version 3")
                .withMessageContaining("4 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.read(new byte[] {4}))
                .withMessageContaining("2 to 3");
    }
}
