package io.stockmate.core.market;

import static io.stockmate.core.market.StoredIds.ALL;
import static io.stockmate.core.market.StoredIds.HOUR_MS;
import static io.stockmate.core.market.StoredIds.NONE_OF_HOURS_PAST;
import static io.stockmate.core.market.StoredIds.START;
import static io.stockmate.core.market.StoredIds.end;
import static io.stockmate.core.market.StoredIds.id;
import static io.stockmate.core.market.StoredIds.key;
import static io.stockmate.core.market.StoredIds.known;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.state.HeapPieces;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of hours past lie in the archive and are known as if they were on the heap. */
class SealedIdsTest {
    private final StoredIds stored = new StoredIds();

    @Test
    void hourThatIsPastGoesToTheArchive() {
        IdMemory memory = stored.memory(new IdMemory.OnHeap(500, 1));
        for (long n = 1; n <= 500; n++) {
            memory.add(id(n, n), START);
        }
        memory.forget(START + 2 * HOUR_MS, order -> true);
        stored.write(memory, order -> true);
        assertThat(stored.archived).as("so many stay").isEmpty();

        memory.add(end(1, 3), START);
        memory.forget(START + HOUR_MS, order -> true);
        stored.write(memory, order -> true);
        assertThat(stored.archived)
                .as("the hour is past for less than the grace")
                .isEmpty();

        memory.forget(START + HOUR_MS + 1, order -> true);
        stored.write(memory, order -> true);

        assertThat(stored.pieces).containsOnlyKeys("ids/472222/sealed");
        assertThat(stored.archived)
                .containsOnlyKeys(
                        "ids/472222/ended/0",
                        "ids/472222/used/0",
                        "ids/472222/used/1",
                        "ids/472222/used/2",
                        "ids/472222/used/3");
        for (IdMemory each : new IdMemory[] {memory, stored.loaded(ALL)}) {
            for (long n = 1; n <= 500; n++) {
                assertThat(each.find(key(n))).isEqualTo(id(n, n));
            }
            assertThat(each.find(key(501))).isNull();
            assertThat(each.find(new IdKey(key(1).high(), 0))).as("half a key").isNull();
            assertThat(each.ended(1)).isEqualTo(end(1, 3));
            assertThat(each.hasEnded(1)).isTrue();
            assertThat(each.hasEnded(2)).isFalse();
        }
    }

    @Test
    void snapshotSealsTheOldestHourOnly() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        for (long hour = 0; hour < 3; hour++) {
            memory.add(id(hour, hour), START + hour * HOUR_MS);
        }
        memory.forget(START + 3 * HOUR_MS, order -> true);

        stored.write(memory, order -> true);
        assertThat(stored.pieces).containsOnlyKeys("ids/472222/sealed", "ids/472223/0", "ids/472224/0");
        stored.write(memory, order -> true);
        assertThat(stored.pieces).containsOnlyKeys("ids/472222/sealed", "ids/472223/sealed", "ids/472224/0");
        stored.write(memory, order -> true);
        stored.write(memory, order -> true);
        assertThat(stored.pieces).containsOnlyKeys("ids/472222/sealed", "ids/472223/sealed", "ids/472224/sealed");
    }

    @Test
    void snapshotsThatAreRareSealAndTakeOutMore() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        LongPredicate works = order -> false;
        long n = 0;
        for (long hour = 0; hour < 80; hour++) {
            for (int i = 0; i < 70 * 1_024 / 16; i++) {
                memory.add(id(++n, n), START + hour * HOUR_MS);
            }
            memory.forget(START + hour * HOUR_MS, works);
            if (hour % 3 == 2) {
                stored.write(memory, works);
            }
        }

        assertThat(stored.pieces.keySet())
                .filteredOn(piece -> piece.endsWith("/sealed"))
                .as("a day, and what leaves")
                .hasSizeLessThan(40);
        assertThat(stored.pieces.keySet())
                .filteredOn(piece -> !piece.endsWith("/sealed"))
                .as("on the heap")
                .hasSizeLessThan(15);
    }

    @Test
    void symbolsSealTheirHoursAtOtherTimes() {
        for (String pattern : new String[] {"SKU-%03d", "SKU-%05d", "S%d"}) {
            Map<Long, Long> minutes = IntStream.range(0, 1_000)
                    .mapToObj(n -> IdMemory.OnHeap.of(String.format(pattern, n)).graceMs() / 60_000)
                    .collect(Collectors.groupingBy(minute -> minute, Collectors.counting()));

            assertThat(minutes.keySet()).as(pattern).hasSize(60).allMatch(minute -> minute >= 60 && minute < 120);
            assertThat(minutes.values()).as(pattern).allMatch(symbols -> symbols < 50);
        }
    }

    @Test
    void hourThatIsForgottenLeavesNothingButWhatIsNeeded() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        for (long n = 1; n <= 300; n++) {
            memory.add(id(n, n), START);
            memory.add(end(n, n), START);
        }
        memory.add(id(301, 301), START);
        memory.add(id(302, 0), START);
        LongPredicate works = order -> order == 301;
        memory.forget(START + HOUR_MS, works);
        stored.write(memory, works);
        assertThat(stored.archived).isNotEmpty();

        memory.forget(START + 25 * HOUR_MS, works);
        assertThat(memory.find(key(302))).as("before a snapshot").isNull();
        assertThat(memory.hasEnded(300)).isFalse();
        assertThat(memory.find(key(301))).isEqualTo(id(301, 301));
        stored.write(memory, works);

        assertThat(stored.archived).isEmpty();
        assertThat(stored.pieces).containsOnlyKeys("ids/472247/0");
        assertThat(memory.find(key(300))).isNull();
        assertThat(memory.hasEnded(300)).isFalse();
        assertThat(memory.find(key(301))).isEqualTo(id(301, 301));
    }

    /** Two memories hear the same of a market; what they know must be the same, wherever it lies. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void knowsWhatAMemoryOnTheHeapKnows(long seed) {
        Random random = new Random(seed);
        IdMemory plain = new IdMemory("ids/", IdMemory.REMEMBERED_MS, new HeapPieces(), ALL);
        IdMemory sealing = stored.memory(NONE_OF_HOURS_PAST);
        Set<Long> working = new HashSet<>();
        LongPredicate works = working::contains;
        long ts = START;
        long order = 0;
        boolean sealed = false;
        for (int i = 0; i < 4_000; i++) {
            ts += random.nextInt(40) == 0 ? random.nextInt(3) * HOUR_MS : random.nextInt(60_000);
            ts += random.nextInt(1_000) == 0 ? 23 * HOUR_MS : 0;
            plain.forget(ts, works);
            sealing.forget(ts, works);
            KnownId known;
            long n = random.nextInt(500);
            long ended = working.isEmpty() || random.nextInt(5) == 0
                    ? 1 + random.nextInt((int) order + 1)
                    : working.iterator().next();
            if (random.nextInt(3) == 0 && (working.remove(ended) || plain.hasEnded(ended))) {
                known = end(ended, i);
            } else if (known(plain, n, works) == null) {
                boolean names = random.nextInt(3) > 0;
                known = id(n, names ? ++order : 0);
                if (names) {
                    working.add(order);
                }
            } else {
                continue;
            }
            plain.add(known, ts);
            sealing.add(known, ts);
            if (random.nextInt(10) == 0) {
                stored.write(sealing, works);
            }
            if (random.nextInt(50) == 0) {
                stored.write(sealing, works);
                sealing = stored.loaded(NONE_OF_HOURS_PAST);
                sealing.forget(ts, works);
            }
            sealed |= !stored.archived.isEmpty();
            n = random.nextInt(500);
            assertThat(known(sealing, n, works)).as("id %s after %s", n, i).isEqualTo(known(plain, n, works));
            long any = random.nextInt((int) order + 1);
            assertThat(sealing.ended(any)).as("end of %s after %s", any, i).isEqualTo(plain.ended(any));
            assertThat(sealing.hasEnded(any)).isEqualTo(plain.hasEnded(any));
        }
        assertThat(sealed).isTrue();
    }

    /** A slice of so many ids leaves in steps; in between the state is read again. */
    @Test
    void largeHourLeavesInSteps() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        long ids = 70L * 2_048;
        for (long n = 1; n <= ids; n++) {
            memory.add(id(n, n), START);
        }
        LongPredicate works = order -> order % 1_000 == 0;
        memory.forget(START + HOUR_MS, works);
        stored.write(memory, works);
        assertThat(stored.archived).hasSize(2_048);

        memory.forget(START + 25 * HOUR_MS, works);
        stored.write(memory, works);
        assertThat(stored.archived).hasSize(1_024);
        memory = stored.loaded(NONE_OF_HOURS_PAST);
        memory.forget(START + 25 * HOUR_MS, works);
        for (long n = 1_000; n <= ids; n += 1_000) {
            assertThat(known(memory, n, works)).isEqualTo(id(n, n));
        }
        stored.write(memory, works);
        stored.write(memory, works);
        assertThat(stored.archived).isEmpty();
        assertThat(stored.pieces.keySet()).allMatch(piece -> piece.startsWith("ids/472247/"));
        for (long n = 1; n <= ids; n++) {
            assertThat(known(memory, n, works)).isEqualTo(n % 1_000 == 0 ? id(n, n) : null);
        }
    }
}
