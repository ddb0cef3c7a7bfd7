package io.stockmate.core.market;

import static io.stockmate.core.market.StoredIds.ALL;
import static io.stockmate.core.market.StoredIds.HOUR_MS;
import static io.stockmate.core.market.StoredIds.NONE_OF_HOURS_PAST;
import static io.stockmate.core.market.StoredIds.START;
import static io.stockmate.core.market.StoredIds.end;
import static io.stockmate.core.market.StoredIds.id;
import static io.stockmate.core.market.StoredIds.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.state.UnreadableState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How ids of hours past are stored. */
class SealedPiecesTest {
    private final StoredIds stored = new StoredIds();

    @Test
    void unknownStatusIsRefused() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        memory.add(end(1, 1), START);
        memory.forget(START + HOUR_MS, order -> true);
        stored.write(memory, order -> true);

        byte[] records = stored.archived.get("ids/472222/ended/0");
        for (int place : new int[] {1 + Long.BYTES, 2 * Long.BYTES}) {
            byte[] damaged = records.clone();
            damaged[place] = (byte) 0x80;
            stored.archived.put("ids/472222/ended/0", damaged);
            assertThatThrownBy(() -> memory.ended(1))
                    .isInstanceOf(UnreadableState.class)
                    .hasMessage("the archive tells that order 1 ended in no known status");
        }
    }

    /** Savepoints outlive releases. */
    @Test
    void piecesAreWrittenAsBefore() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        memory.add(id(1, 2), START);
        memory.add(end(2, 3), START);
        memory.forget(START + HOUR_MS, order -> true);
        stored.write(memory, order -> true);

        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(stored.archived.get("ids/472222/used/0")))
                .isEqualTo("01feffffffffffffff157c4a7fb979379e09000000000000000200000000000000");
        assertThat(hex.formatHex(stored.archived.get("ids/472222/ended/0")))
                .isEqualTo("010200000000000000020000000000000003000000000000000a00000000000000");
        assertThat(hex.formatHex(stored.pieces.get("ids/472222/sealed")))
                .isEqualTo("0101000000010000000100000020000000000000200000000400080000800000"
                        + "0000000200010000000100000000002000000000800020000000100000000080"
                        + "000000000200000200");
    }

    @Test
    void damagedPiecesAreRefused() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        memory.add(id(1, 1), START);
        memory.forget(START + HOUR_MS, order -> true);
        stored.write(memory, order -> true);

        Map<String, byte[]> whole = new HashMap<>(stored.pieces);
        byte[] piece = whole.get("ids/472222/sealed");
        for (int length = 1; length < piece.length; length++) {
            stored.pieces.put("ids/472222/sealed", Arrays.copyOf(piece, length));
            assertThatThrownBy(() -> stored.loaded(ALL))
                    .isInstanceOf(UnreadableState.class)
                    .hasMessage("piece ids/472222/sealed is cut off");
        }
        stored.pieces.put("ids/472222/sealed", Arrays.copyOf(piece, piece.length + 1));
        assertThatThrownBy(() -> stored.loaded(ALL))
                .hasMessage("piece ids/472222/sealed has 42 bytes, which is not what 1 ids and 0 ends take");
        piece[0] = 2;
        stored.pieces.put("ids/472222/sealed", piece);
        assertThatThrownBy(() -> stored.loaded(ALL))
                .hasMessageContaining("has version 2; this program reads version 1");

        byte[] records = stored.archived.get("ids/472222/used/0");
        stored.archived.put("ids/472222/used/0", Arrays.copyOf(records, records.length - 1));
        assertThatThrownBy(() -> memory.find(key(1)))
                .hasMessage("piece ids/472222/used/0 has 32 bytes, which are no whole records");
        stored.archived.put("ids/472222/used/0", new byte[0]);
        assertThatThrownBy(() -> memory.find(key(1))).isInstanceOf(UnreadableState.class);
        records[0] = 2;
        stored.archived.put("ids/472222/used/0", records);
        assertThatThrownBy(() -> memory.find(key(1))).hasMessageContaining("has version 2");
    }

    @Test
    void pieceThatIsMissingIsNoForgottenId() {
        IdMemory memory = stored.memory(NONE_OF_HOURS_PAST);
        memory.add(id(1, 0), START);
        memory.forget(START + HOUR_MS, order -> true);
        stored.write(memory, order -> true);

        stored.archived.clear();

        assertThatThrownBy(() -> memory.find(key(1)))
                .isInstanceOf(UnreadableState.class)
                .hasMessage("piece ids/472222/used/0 is missing");
        memory.forget(START + 25 * HOUR_MS, order -> true);
        assertThat(memory.find(key(1))).as("while it leaves").isNull();
    }
}
