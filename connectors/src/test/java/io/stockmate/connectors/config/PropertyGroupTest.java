package io.stockmate.connectors.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyGroupTest {
    private static final PropertyGroup EMPTY = PropertyGroup.of("g", Map.of());

    @Test
    void absentPropertiesTakeTheirDefault() {
        assertThat(EMPTY.text("n", "x")).isEqualTo("x");
        assertThat(EMPTY.optionalText("n")).isNull();
        assertThat(EMPTY.integer("n", 7, 1, 9)).isEqualTo(7);
        assertThat(EMPTY.flag("n", true)).isTrue();
        assertThat(EMPTY.choice("n", InitialPosition.LATEST)).isEqualTo(InitialPosition.LATEST);
        assertThat(EMPTY.list("n", List.of("a"))).containsExactly("a");
        assertThat(EMPTY.optionalAddress("n")).isNull();
        assertThat(EMPTY.optionalInstant("n")).isNull();
        assertThatThrownBy(() -> EMPTY.text("n")).hasMessage("property group g: n is missing");
    }

    @Test
    void givenPropertiesAreRead() {
        assertThat(of(" y ").text("n", "x")).isEqualTo("y");
        assertThat(of("1").integer("n", 7, 1, 9)).isEqualTo(1);
        assertThat(of("9").integer("n", 7, 1, 9)).isEqualTo(9);
        assertThat(of("false").flag("n", true)).isFalse();
        assertThat(of("true").flag("n", false)).isTrue();
        assertThat(of("TRIM_HORIZON").choice("n", InitialPosition.LATEST)).isEqualTo(InitialPosition.TRIM_HORIZON);
        assertThat(of("b, a").list("n", List.of())).containsExactly("b", "a");
        assertThat(of("http://127.0.0.1:80").optionalAddress("n")).isEqualTo(URI.create("http://127.0.0.1:80"));
        assertThat(of("2026-03-04T14:30:00Z").optionalInstant("n")).isEqualTo(Instant.parse("2026-03-04T14:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "1.5", "five", "99999999999999999999"})
    void numberOutsideItsBoundsIsRefused(String value) {
        assertThatThrownBy(() -> of(value).integer("n", 7, 1, 9))
                .isInstanceOf(InvalidProperty.class)
                .hasMessage("property group g: n = " + value + " is not a whole number from 1 to 9");
    }

    @Test
    void otherKindsAreRefused() {
        assertThatThrownBy(() -> of(" ").text("n", "x"))
                .hasMessage("property group g: n is empty; set it or leave it out");
        assertThatThrownBy(() -> of("TRUE").flag("n", true)).hasMessageEndingWith("n = TRUE is not true or false");
        assertThatThrownBy(() -> of("latest").choice("n", InitialPosition.LATEST))
                .hasMessageEndingWith("n = latest is not one of [TRIM_HORIZON, LATEST, AT_TIMESTAMP]");
        assertThatThrownBy(() -> of("a,,b").list("n", List.of())).hasMessageContaining("n = a,,b is not a list");
        assertThatThrownBy(() -> of("yesterday").optionalInstant("n"))
                .hasMessageEndingWith("n = yesterday is not a time such as 2026-03-04T14:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8082", "ftp://host", "http://", "http://host/path", "http:// host"})
    void addressIsAServerAndNothingElse(String value) {
        assertThatThrownBy(() -> of(value).optionalAddress("n"))
                .isInstanceOf(InvalidProperty.class)
                .hasMessageEndingWith("is not an address such as http://127.0.0.1:8082");
    }

    private static PropertyGroup of(String value) {
        return PropertyGroup.of("g", Map.of("n", value));
    }
}
