package io.stockmate.core.demand.daily;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.demand.StoredAs;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.state.Days;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How much a key of intermittent demand takes that makes use of everything. */
class KeySizeTest {
    private static final long DAY_0 = 20_000;
    private static final int DAYS = 120;

    @Test
    void keyOfLessThan100000ADayWithFractionsPricesPurchasesAndACalendarTakesAtMostHalfAKilobyte() {
        int counts = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double zeros = 0.25 + 0.7 * random.nextDouble();
            double size = 20_000 / Math.pow(10, random.nextInt(5));
            Series series = Series.start(DemandSettings.DEFAULT, "");
            Head head = head();
            Account account = account();
            for (int day = 0; day < DAYS; day++) {
                double demand = random.nextDouble() < zeros ? 0 : size * (1 + 4 * random.nextDouble());
                long price = 99_900 + random.nextInt(100_000);
                series.observe(demand, 1, new double[] {random.nextInt(2), 0}, price);
                works(account, head, DAY_0 + day, price, random);
                if (series.storedAs() == StoredAs.SMOOTH) {
                    break;
                }
                counts += series.storedAs() == StoredAs.COUNTS ? 1 : 0;
                int bytes = series.toBytes().length
                        + account.toBytes().length
                        + head.toBytes().length
                        + calendar(DAY_0 + day).toBytes().length;
                assertThat(bytes).as("seed %s, day %s", seed, day).isLessThanOrEqualTo(512);
            }
        }
        assertThat(counts).as("days of keys stored as intermittent").isGreaterThan(10_000);
    }

    private static Head head() {
        Head head = new Head(DAY_0);
        head.category = "household";
        head.tracksStock = true;
        head.orderQtyMax = 100_000;
        head.planned.add("SHOP-1");
        return head;
    }

    private static Account account() {
        Account account = new Account();
        account.policy = new SetStockPolicy(7, 15_000, 9_750, ServiceMeasure.FILL, 7, 12, 6, 30, 5_000);
        return account;
    }

    /** Two days are open, and three orders on their way, of which one comes in two parts. */
    private static void works(Account account, Head head, long day, long price, Random random) {
        account.level(random.nextInt(1_000), 300, Days.start(day));
        account.paidLast = price;
        account.close(day - 1);
        account.day(day).issued = random.nextInt(100);
        account.day(day).sold = random.nextInt(1_000);
        account.day(day).price = price;
        account.day(day + 1).sold = random.nextInt(1_000);
        account.day(day + 1).price = price;
        head.close(day - 1);
        for (long open = day; open <= day + 1; open++) {
            Bucket bucket = head.bucket(Days.start(open));
            bucket.firstTrade = 100_000 + 7 * day;
            bucket.lost = random.nextInt(100);
            bucket.unmet = random.nextInt(1_000);
        }
        account.purchases.clear();
        for (int order = 0; order < 3; order++) {
            Purchase purchase = new Purchase();
            purchase.expect(100 + random.nextInt(100), day + 2 + order);
            account.purchases.put(1_000_000 + 1_000 * day + 300 * order, purchase);
        }
        account.purchases.firstEntry().getValue().expect(40, day + 9);
    }

    private static Calendar calendar(long day) {
        Calendar calendar = new Calendar();
        for (int ahead = 1; ahead <= 4; ahead++) {
            calendar.take(new CalendarEvent(
                    "SALE", LocalDate.ofEpochDay(day + 7 * ahead).toString(), 25_000));
        }
        calendar.closeUpTo(day);
        return calendar;
    }
}
