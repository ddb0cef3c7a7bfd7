package io.stockmate.connectors.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyGroupsTest {
    private static final String JSON =
            """
            [ {"PropertyGroupId": "commands", "PropertyMap": {"stream.name": "c", "aws.region": "eu-west-1"}},
              {"PropertyGroupId": "matching", "PropertyMap": {}} ]
            """;

    @Test
    void readsAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("job.json"), JSON);
        PropertyGroups groups = PropertyGroups.read(file);
        assertThat(groups.ids()).containsExactly("commands", "matching");
        assertThat(groups.group("commands").properties())
                .isEqualTo(Map.of("stream.name", "c", "aws.region", "eu-west-1"));
        assertThat(groups.group("matching").properties()).isEmpty();
    }

    @Test
    void missingGroupHasNothingSet() {
        PropertyGroup group = PropertyGroups.none().group("anything");
        assertThat(group.id()).isEqualTo("anything");
        assertThat(group.properties()).isEmpty();
    }

    @Test
    void changeLeavesTheOriginalAsItWas() {
        PropertyGroups groups = PropertyGroups.parse(JSON, "test");
        PropertyGroups changed =
                groups.with("commands", "stream.name", "other").with("events", "aws.region", "eu-west-2");
        assertThat(changed.group("commands").text("stream.name")).isEqualTo("other");
        assertThat(changed.group("commands").text("aws.region")).isEqualTo("eu-west-1");
        assertThat(changed.ids()).containsExactly("commands", "events", "matching");
        assertThat(groups.group("commands").text("stream.name")).isEqualTo("c");
    }

    @Test
    void unknownGroupIsAnErrorThatListsTheKnownOnes() {
        PropertyGroups groups = PropertyGroups.parse(JSON, "test");
        assertThat(groups.allow(List.of("matching", "commands"))).isSameAs(groups);
        assertThatThrownBy(() -> groups.allow(List.of("matching", "events")))
                .isInstanceOf(InvalidProperty.class)
                .hasMessage("property group commands is not known; known are events, matching");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | job.json: not an array of property groups",
                "[{}] | job.json: a property group has a string PropertyGroupId, an object PropertyMap and nothing else",
                "[7] | job.json: a property group has",
                "[{\"PropertyGroupId\":\"g\",\"PropertyMap\":{},\"x\":1}] | job.json: a property group has",
                "[{\"PropertyGroupId\":\"g\",\"PropertyMap\":{\"n\":5}}] | job.json: property group g: n = 5 is not a string",
                "[{\"PropertyGroupId\":\"g\",\"PropertyMap\":{}},{\"PropertyGroupId\":\"g\",\"PropertyMap\":{}}] "
                        + "| job.json: property group g is there twice",
                "[{\"PropertyGroupId\":\"g\",\"PropertyMap\":{\"n\":\"1\",\"n\":\"2\"}}] | job.json: Duplicate field 'n'",
                "[ | job.json: Unexpected end-of-input",
                "[] x | job.json: "
            })
    void whatIsNoConfigurationSaysSo(String json, String message) {
        assertThatThrownBy(() -> PropertyGroups.parse(json, "job.json"))
                .isInstanceOf(InvalidProperty.class)
                .hasMessageStartingWith(message);
    }
}
