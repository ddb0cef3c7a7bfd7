package io.stockmate.pipelines.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.metrics.MetricNames;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void namesEverySettingOfAJob() {
        assertThat(JobSettings.NAMES).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void namesEveryMetricAndLabel() throws IllegalAccessException {
        for (Field name : MetricNames.class.getFields()) {
            assertThat(readme).contains("`" + name.get(null) + "`");
        }
    }
}
