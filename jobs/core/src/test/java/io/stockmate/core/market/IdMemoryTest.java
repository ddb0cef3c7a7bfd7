package io.stockmate.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.OrdStatus;
import io.stockmate.core.state.HeapPieces;
import io.stockmate.core.state.UnreadableState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdMemoryTest {
    private static final long HOUR_MS = 60L * 60 * 1000;
    private static final long START = 472_222 * HOUR_MS;

    private final Map<String, byte[]> pieces = new HashMap<>();
    private final HeapPieces archive = new HeapPieces();
    private final IdMemory memory = memory();

    private IdMemory memory() {
        return new IdMemory("ids/", IdMemory.REMEMBERED_MS, archive, IdMemory.OnHeap.of("SKU-1"));
    }

    private static KnownId.Used id(long n) {
        return new KnownId.Used(new IdKey(~n, n << 32 | n), 7 * n, n);
    }

    private static KnownId.Ended end(long n) {
        return new KnownId.Ended(n, OrdStatus.FILLED, 3 * n, 5 * n);
    }

    private void write(IdMemory from) {
        from.writeChanges(
                new PieceSink() {
                    @Override
                    public void put(String piece, byte[] bytes) {
                        assertThat(pieces.put(piece, bytes)).as(piece).isNull();
                    }

                    @Override
                    public void remove(String piece) {
                        assertThat(pieces.remove(piece)).as(piece).isNotNull();
                    }
                },
                order -> false);
    }

    private IdMemory loaded() {
        IdMemory loaded = memory();
        Map<Long, NavigableMap<Integer, byte[]>> found = new TreeMap<>();
        pieces.forEach((piece, bytes) -> loaded.load(piece, bytes, found));
        loaded.loaded(found);
        return loaded;
    }

    @Test
    void chunksHoldWhatIsNewAndAreLoadedAsOne() {
        for (long n = 1; n <= 200; n++) {
            memory.add(id(n), START);
            memory.add(end(n), START);
            if (n % 70 == 0) {
                write(memory);
            }
        }
        memory.add(end(1), START + HOUR_MS);
        write(memory);
        write(memory);

        assertThat(pieces).containsOnlyKeys("ids/472222/0", "ids/472222/1", "ids/472222/2", "ids/472223/0");
        IdMemory loaded = loaded();
        for (long n = 1; n <= 200; n++) {
            assertThat(loaded.find(id(n).key())).isEqualTo(id(n));
            assertThat(loaded.ended(n)).isEqualTo(end(n));
            assertThat(loaded.hasEnded(n)).isTrue();
        }
        assertThat(loaded.find(id(201).key())).isNull();
        assertThat(loaded.ended(201)).isNull();
        loaded.add(id(201), START + HOUR_MS);
        write(loaded);
        assertThat(pieces).containsKey("ids/472223/1").hasSize(5);
    }

    @Test
    void sliceIsDroppedWithItsPiecesButForOrdersThatWorkOrEndedSince() {
        for (long n = 1; n <= 3; n++) {
            memory.add(id(n), START);
        }
        memory.add(end(1), START);
        memory.add(end(2), START + HOUR_MS);
        write(memory);

        memory.forget(START + 24 * HOUR_MS, order -> order == 3);
        assertThat(memory.find(id(1).key()))
                .as("a day has not passed for all of the hour")
                .isNotNull();
        memory.forget(START + 25 * HOUR_MS, order -> order == 3);
        write(memory);

        for (IdMemory each : List.of(memory, loaded())) {
            assertThat(each.find(id(1).key())).isNull();
            assertThat(each.ended(1)).isNull();
            assertThat(each.find(id(2).key())).isEqualTo(id(2));
            assertThat(each.ended(2)).isEqualTo(end(2));
            assertThat(each.find(id(3).key())).isEqualTo(id(3));
        }
        assertThat(pieces).containsOnlyKeys("ids/472223/0", "ids/472247/0");
        write(memory);
        assertThat(pieces).as("told of once").containsOnlyKeys("ids/472223/0", "ids/472247/0");
    }

    @Test
    void timeThatIsNoWholeHourIsRememberedToItsEnd() {
        IdMemory hourAndMore = new IdMemory("ids/", HOUR_MS + 1, archive, IdMemory.OnHeap.of("SKU-1"));
        hourAndMore.add(id(1), START);

        hourAndMore.forget(START + 2 * HOUR_MS, order -> false);
        assertThat(hourAndMore.find(id(1).key())).isEqualTo(id(1));
        hourAndMore.forget(START + 3 * HOUR_MS, order -> false);
        assertThat(hourAndMore.find(id(1).key())).isNull();
    }

    @Test
    void chunkOfAnEarlierReleaseIsRead() {
        pieces.put("ids/472222/0", Pieces.of(List.of(id(1), end(1), id(2))));

        IdMemory loaded = loaded();

        assertThat(loaded.find(id(2).key())).isEqualTo(id(2));
        assertThat(loaded.ended(1)).isEqualTo(end(1));
    }

    @Test
    void chunkWithAnUnknownStatusIsRefused() {
        memory.add(end(1), START);
        write(memory);
        byte[] chunk = pieces.get("ids/472222/0");
        int header = 1 + 2 * Integer.BYTES;
        for (long status : new long[] {-1, OrdStatus.values().length}) {
            ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).putLong(header + Long.BYTES, status);

            assertThatThrownBy(this::loaded)
                    .isInstanceOf(UnreadableState.class)
                    .hasMessage("piece ids/472222/0 tells of an order that ended in no known status");
        }
    }

    @Test
    void chunkThatIsCutOffOrOfALaterReleaseIsRefused() {
        memory.add(id(1), START);
        write(memory);
        byte[] chunk = pieces.get("ids/472222/0");

        pieces.put("ids/472222/0", Arrays.copyOf(chunk, chunk.length - 1));
        assertThatThrownBy(this::loaded)
                .hasMessage("piece ids/472222/0 has 40 bytes, which is not what 1 ids and 0 ends take");

        chunk[0] = 3;
        pieces.put("ids/472222/0", chunk);
        assertThatThrownBy(this::loaded).hasMessageContaining("has version 3; this program reads version 2");
    }
}
