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
}
