package io.stockmate.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyValuesTest {
    @Test
    void valuesAreKeptToTheirLastBit() {
        double[] values = {
            0, -0.0, 1, 251, 252, 1 << 20, (1 << 21) - 1, 1 << 21, 1e9, 0x1p31, 1e15, -3, 0.5, 0.1, Double.NaN
        };
        EarlyValues early = new EarlyValues(null);
        for (double value : values) {
            early.add(value);
        }
        StateWriter out = new StateWriter();
        early.write(out);
        EarlyValues read = EarlyValues.read(new StateReader(out.bytes()));
        assertThat(read.count()).isEqualTo(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.doubleToRawLongBits(read.at(i))).isEqualTo(Double.doubleToRawLongBits(values[i]));
        }
    }

    @Test
    void smallNumbersTakeAByteEach() {
        EarlyValues early = new EarlyValues(null);
        for (int i = 0; i < 40; i++) {
            early.add(i % 3 == 0 ? Double.NaN : 5 * i);
        }
        StateWriter out = new StateWriter();
        early.write(out);
        assertThat(out.bytes()).hasSize(2 + 40);
    }

    @Test
    void longNumbersAreKeptNoLongerThanTheyTakeLessRoomThanAModel() {
        EarlyValues early = new EarlyValues(null);
        for (int i = 0; i < 45; i++) {
            assertThat(early.add((float) (i + 0.1))).isTrue();
        }
        assertThat(early.add(0.5f)).isFalse();
        assertThat(early.count()).isEqualTo(45);
    }

    @Test
    void moreLongNumbersOfAStateWrittenBeforeAreRead() {
        StateWriter out = new StateWriter();
        out.octet(0);
        out.count(64);
        for (int i = 0; i < 64; i++) {
            out.exact((float) (i + 0.1));
        }
        EarlyValues read = EarlyValues.read(new StateReader(out.bytes()));
        assertThat(read.count()).isEqualTo(64);
        assertThat(read.at(63)).isEqualTo((float) 63.1);
        assertThat(read.add(1)).isFalse();
    }
}
