package io.stockmate.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.EventBody;
import io.stockmate.core.message.EventHeader;
import io.stockmate.core.message.Specimens;
import io.stockmate.core.message.TopOfBook;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainTest {
    private final EventHeader header = new EventHeader("AB", 1, 2, "AB-1", 3);
    private final EventBody body = new TopOfBook(Absent.NUMBER, Absent.NUMBER, 10_000, 5);

    /** The form is built here by hand, as the design describes it. */
    @Test
    void chainIsTheHashOfTypeHeaderAndBodyUnderThePreviousOne() {
        ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        text(bytes, 0, "TopOfBook");
        text(bytes, 1, "AB");
        bytes.putShort((short) 2).putLong(1);
        bytes.putShort((short) 3).putLong(2);
        text(bytes, 4, "AB-1");
        bytes.putShort((short) 5).putLong(3);
        bytes.putShort((short) 8).putLong(10_000);
        bytes.putShort((short) 9).putLong(5);

        assertThat(new Chain().next(42, header, body)).isEqualTo(XxHash64.hash(bytes.array(), 0, bytes.position(), 42));
    }

    @Test
    void everyFieldOfHeaderAndBodyCounts() {
        Chain chain = new Chain();
        Set<Long> chains = new HashSet<>();
        chains.add(chain.next(0, header, body));
        chains.add(chain.next(1, header, body));
        chains.add(chain.next(0, new EventHeader("AC", 1, 2, "AB-1", 3), body));
        chains.add(chain.next(0, new EventHeader("AB", 9, 2, "AB-1", 3), body));
        chains.add(chain.next(0, new EventHeader("AB", 1, 9, "AB-1", 3), body));
        chains.add(chain.next(0, new EventHeader("AB", 1, 2, "AB-9", 3), body));
        chains.add(chain.next(0, new EventHeader("AB", 1, 2, "AB-1", 9), body));
        chains.add(chain.next(0, header, new TopOfBook(10_000, 5, Absent.NUMBER, Absent.NUMBER)));
        chains.add(chain.next(0, header, new TopOfBook(Absent.NUMBER, Absent.NUMBER, 10_001, 5)));

        assertThat(chains).hasSize(9);
    }

    @Test
    void everyMessageHasAChainOfItsOwn() {
        Chain chain = new Chain();
        Set<EventBody> bodies = new HashSet<>(Specimens.eventBodies());
        Set<Long> chains = new HashSet<>();
        for (EventBody each : bodies) {
            chains.add(chain.next(0, Specimens.header(), each));
        }

        assertThat(chains).hasSameSizeAs(bodies);
    }

    /**
     * Another canonical form would break every chain ever published: this value changes with a specimen, never alone.
     */
    @Test
    void chainOverAllSpecimensStaysWhatItIs() {
        Chain chain = new Chain();
        long last = 0;
        for (EventBody each : Specimens.eventBodies()) {
            last = chain.next(last, Specimens.header(), each);
        }

        assertThat(Long.toHexString(last)).isEqualTo("8ca5d077166f90d9");
    }

    private static void text(ByteBuffer bytes, int position, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        bytes.putShort((short) position).putShort((short) utf8.length).put(utf8);
    }
}
