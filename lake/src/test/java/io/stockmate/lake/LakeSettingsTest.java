package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LakeSettingsTest {
    @Test
    void rowGroupIsSixteenMebibytesOr65536Rows() {
        assertThat(LakeSettings.DEFAULT.rowGroupBytes()).isEqualTo(16_777_216);
        assertThat(LakeSettings.DEFAULT.rowGroupRows()).isEqualTo(65_536);
    }

    @Test
    void rowGroupTooSmallToBeWorthAFileIsRefused() {
        assertThatThrownBy(() -> new LakeSettings(1, 1)).hasMessage("rowGroupBytes is 1; give at least 65536");
        assertThatThrownBy(() -> new LakeSettings(65_536, 0)).hasMessage("rowGroupRows is 0; give at least 1");
    }
}
