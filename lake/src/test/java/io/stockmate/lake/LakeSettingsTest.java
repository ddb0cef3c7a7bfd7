package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LakeSettingsTest {
    @Test
    void rowGroupIsSixteenMebibytesOr65536Rows() {
        assertThat(LakeSettings.DEFAULT.rowGroupBytes()).isEqualTo(16_777_216);
        assertThat(LakeSettings.DEFAULT.rowGroupRows()).isEqualTo(65_536);
        assertThat(LakeSettings.DEFAULT.rowsHeld()).isEqualTo(16_384);
    }

    @Test
    void rowGroupTooSmallToBeWorthAFileIsRefused() {
        assertThatThrownBy(() -> new LakeSettings(1, 1, 1)).hasMessage("rowGroupBytes is 1; give at least 65536");
        assertThatThrownBy(() -> new LakeSettings(65_536, 0, 1)).hasMessage("rowGroupRows is 0; give at least 1");
        assertThatThrownBy(() -> new LakeSettings(65_536, 1, 0)).hasMessage("rowsHeld is 0; give at least 1");
    }
}
