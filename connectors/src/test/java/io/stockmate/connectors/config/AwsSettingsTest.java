package io.stockmate.connectors.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8082", "http://localhost:8082", "http://[::1]:8082"})
    void endpointOnThisMachineNeedsNoCredentials(String endpoint) {
        assertThat(aws(Map.of("aws.endpoint", endpoint)))
                .isEqualTo(new AwsSettings("us-east-1", URI.create(endpoint), new AwsCredentials("local", "local")))
                .isEqualTo(AwsSettings.local(URI.create(endpoint)));
    }

    @Test
    void endpointElsewhereAsksTheDefaultChain() {
        assertThat(aws(Map.of("aws.endpoint", "https://kinesis.example")).credentials())
                .isNull();
        assertThat(aws(Map.of("aws.endpoint", "http://127.0.0.1.example")).credentials())
                .isNull();
    }

    @Test
    void providerThatIsGivenHoldsOnThisMachineToo() {
        Map<String, String> auto = Map.of("aws.endpoint", "http://127.0.0.1:8082", "aws.credentials.provider", "AUTO");
        assertThat(aws(auto).credentials()).isNull();
    }

    @Test
    void keysAndProviderGoTogether() {
        assertThatThrownBy(() -> aws(Map.of("aws.credentials.provider", "BASIC")))
                .hasMessage("property group g: aws.credentials.provider.basic.accesskeyid is missing");
        assertThatThrownBy(() -> aws(Map.of("aws.credentials.provider.basic.secretkey", "psst")))
                .hasMessageEndingWith("need aws.credentials.provider = BASIC")
                .hasMessageNotContaining("psst");
        assertThatThrownBy(() -> aws(Map.of("aws.credentials.provider", "GUESS")))
                .hasMessageEndingWith("aws.credentials.provider = GUESS is not one of [AUTO, BASIC]");
    }

    @Test
    void secretIsShownNowhere() {
        assertThat(new AwsSettings("us-east-1", null, new AwsCredentials("me", "psst")))
                .asString()
                .contains("me")
                .doesNotContain("psst");
    }

    @Test
    void connectorsGetTheirOwnNames() {
        assertThat(aws(Map.of()).toProperties())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("aws.region", "us-east-1", "aws.credentials.provider", "AUTO"));
        assertThat(aws(Map.of("aws.endpoint", "https://kinesis.example")).toProperties())
                .containsEntry("aws.endpoint", "https://kinesis.example")
                .doesNotContainKey("aws.http.protocol.version");
        assertThat(aws(Map.of("aws.endpoint", "http://127.0.0.1:8082")).toProperties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aws.region", "us-east-1",
                        "aws.endpoint", "http://127.0.0.1:8082",
                        "aws.http.protocol.version", "HTTP1_1",
                        "aws.credentials.provider", "BASIC",
                        "aws.credentials.provider.basic.accesskeyid", "local",
                        "aws.credentials.provider.basic.secretkey", "local"));
    }

    private static AwsSettings aws(Map<String, String> properties) {
        return AwsSettings.of(PropertyGroup.of("g", properties));
    }
}
