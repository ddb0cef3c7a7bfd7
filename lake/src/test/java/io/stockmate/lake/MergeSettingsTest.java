package io.stockmate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MergeSettingsTest {
    @Test
    void rowGroupsAreLargeAndReplacedFilesStayForTwoHours() {
        assertThat(MergeSettings.DEFAULT)
                .isEqualTo(new MergeSettings(4_194_304, 134_217_728, 268_435_456, Duration.ofHours(2)));
    }

    @Test
    void settingsThatMergeNothingAreRefused() {
        MergeSettings settings = MergeSettings.DEFAULT;
        assertThatThrownBy(() -> settings.withRowGroupRows(0)).hasMessage("rowGroupRows is 0; give at least 1");
        assertThatThrownBy(() -> settings.withRowGroupBytes(0)).hasMessage("rowGroupBytes is 0; give at least 1");
        assertThatThrownBy(() -> settings.withFileBytes(0)).hasMessage("fileBytes is 0; give at least 1");
        assertThatThrownBy(() -> settings.withKeep(Duration.ofSeconds(-1)))
                .hasMessage("keep is PT-1S; give at least 0");
    }
}
