package io.stockmate.core.demand.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.state.Days;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PieceVersionsTest {
    @Test
    void seriesOfVersionFourGoesOn() {
        goesOn("BMoCBQQeG6uqKj99AAG6sVFA7usfPgAAgD8AAAAAUS8+uwAAgD8AAIA/AACAPx4bCRG7pT6rqqo+yHGcP8hxnD+dn4"
                + "I/91GJP67kkz+ARbpCKn27Qs5dwkIAAIA+AAAAAP//fz4AAAA/AACAPqqqqj4AAAA/AAAwPwAAAAAAAKA/AAAUQAAAiD9WVZU/"
                + "AADIPwBAiEAwQKBAYECIQDBAoEBgQNcVZUAAAAAAAECIAAB/wAAAAAAAAEAwAAAAAAAAAAAAAECgAAAAAAAAAAAAAEBgAAAAAA"
                + "AAAAAAAH/AAAAAAAAAAAAAAECIAAAAAAAAAAAAAEAwAAAAAAAAAAAAAECgAAAAAAAAf8AAAEBgAAAAAAAAAAAAAICAgICAsPD4"
                + "gQHqgdmetb7k+IEBAA==");
    }

    @Test
    void seriesOfVersionFiveGoesOn() {
        goesOn("BYoDBwQeG6uqKj99AAG6sVFA7usfPgAAgD8AAAAAUS8+uwAAgD8AAIA/AACAPx4bCRG7pT6rqqo+yHGcP8hxnD+dn4I/91GJP67k"
                + "kz+ARbpCKn27Qs5dwkIAAIA+AAAAAP//fz4AAAA/AACAPqqqqj4AAAA/AAAwPwAAAAAAAKA/AAAUQAAAiD9WVZU/AADIPwBAiEAw"
                + "QKBAYECIQDBAoEBgQNcVZUABAABgQIZBAQAAYED5QQEAAHhBTEIlAACe/67/AAAAAAAAA0CIAAABAANAMAAAAAAKAAADQGAAAAAA"
                + "AQAAA0CIAAAAAANAMAAAAAAKAAEDQGAAAAAAmLgM6oHZnrW+5PiBAQA=");
    }

    private static void goesOn(String written) {
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
                assertThat(again.next(model, calendar).mean())
                        .isCloseTo(straight.next(model, calendar).mean(), within(1e-6));
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
        assertThat(read.toBytes()).isEqualTo(account.toBytes()).hasSize(22);
        assertThat(Account.read(read.toBytes()).toBytes()).isEqualTo(account.toBytes());
    }

    @Test
    void accountOfVersionThreeIsTheSameShorter() {
        Account read =
                Account.read(Base64.getDecoder().decode("AxgGAQEEwLgCAAgAAcK4AgQAAPiYDASAiXoABMq4AhTOuAIo2I16DgAA"));
        Account account = new Account();
        account.level(12, 3, Days.start(20_000));
        account.day(20_000).issued = 4;
        account.day(20_001).price = 99_900;
        account.day(20_001).sold = 2;
        Purchase onItsWay = new Purchase();
        onItsWay.expect(10, 20_005);
        onItsWay.expect(20, 20_007);
        account.purchases.put(1_000_000L, onItsWay);
        Purchase bid = new Purchase();
        bid.bid = 7;
        account.purchases.put(1_000_300L, bid);
        assertThat(read.toBytes()).isEqualTo(account.toBytes());
        assertThat(Account.read(read.toBytes()).toBytes()).isEqualTo(account.toBytes());
    }

    @Test
    void calendarOfVersionThreeIsTheSameShorter() {
        Calendar read = Calendar.read(Base64.getDecoder().decode("AwTGuALQhgPSuAL///////////8BAsa4AtCGAw=="));
        Calendar calendar = new Calendar();
        calendar.take(new CalendarEvent("SALE", LocalDate.ofEpochDay(20_003).toString(), 25_000));
        calendar.closeUpTo(20_000);
        calendar.take(new CalendarEvent("FAIR", LocalDate.ofEpochDay(20_009).toString(), Absent.NUMBER));
        assertThat(read.toBytes()).isEqualTo(calendar.toBytes());
        assertThat(Calendar.read(read.toBytes()).toBytes()).isEqualTo(calendar.toBytes());
    }

    @Test
    void demandsOfTheLastDaysAreKeptToTheHundredthAndLargeOnesToTheUnit() {
        assertThat(PieceWriter.shortened(2.754)).isEqualTo(2.75f);
        assertThat(PieceWriter.shortened(10_485.756)).isEqualTo(10_485.76f);
        assertThat(PieceWriter.shortened(20_000.4)).isEqualTo(20_000);
        assertThat(PieceWriter.shortened(-1.234)).isEqualTo(-1.234f);
        assertThat(PieceWriter.shortened(1e12)).isEqualTo(1e12f);
        assertThat(PieceWriter.shortened(Double.NaN)).isNaN();
        for (int parts = 0; parts < 1 << 20; parts += 7) {
            PieceWriter out = new PieceWriter(1).quantity(PieceWriter.shortened(parts / 100.0));
            assertThat(out.toBytes()).hasSizeLessThanOrEqualTo(4);
            assertThat(new PieceReader(out.toBytes(), 1, 1).quantity()).isEqualTo(parts / 100f);
        }
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
        PieceReader in = new PieceReader(out.toBytes(), 1, 1);
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
                .withMessageContaining("4 to 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.read(new byte[] {5}))
                .withMessageContaining("2 to 4");
    }
}
