package io.stockmate.connectors.config;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an AWS service is and how to sign in.
 *
 * @param endpoint where it is not the region's own
 * @param credentials null means AWS's default chain: environment, web identity, container, instance
 */
public record AwsSettings(String region, @Nullable URI endpoint, @Nullable AwsCredentials credentials)
        implements Serializable {
    public static final String REGION = "aws.region";
    public static final String ENDPOINT = "aws.endpoint";
    public static final String CREDENTIALS_PROVIDER = "aws.credentials.provider";
    public static final String ACCESS_KEY_ID = "aws.credentials.provider.basic.accesskeyid";
    public static final String SECRET_KEY = "aws.credentials.provider.basic.secretkey";

    static final List<String> NAMES = List.of(REGION, ENDPOINT, CREDENTIALS_PROVIDER, ACCESS_KEY_ID, SECRET_KEY);

    private static final String HTTP_PROTOCOL_VERSION = "aws.http.protocol.version";
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Whether keys are given (BASIC), or AWS's default chain finds them (AUTO). */
    enum Provider {
        AUTO,
        BASIC
    }

    /**
     * Reads the {@code aws.} properties of a group. Without a provider an endpoint on this machine gets keys of no
     * meaning, anything else AWS's default chain.
     */
    public static AwsSettings of(PropertyGroup group) {
        URI endpoint = group.optionalAddress(ENDPOINT);
        return new AwsSettings(group.text(REGION, "us-east-1"), endpoint, credentials(group, endpoint));
    }

    /** A service at {@code endpoint} on this machine. */
    public static AwsSettings local(URI endpoint) {
        return new AwsSettings("us-east-1", endpoint, AwsCredentials.LOCAL);
    }

    private static @Nullable AwsCredentials credentials(PropertyGroup group, @Nullable URI endpoint) {
        Provider provider = group.choice(CREDENTIALS_PROVIDER, Provider.AUTO);
        String accessKeyId = group.optionalText(ACCESS_KEY_ID);
        String secretKey = group.optionalText(SECRET_KEY);
        if (provider == Provider.BASIC) {
            return new AwsCredentials(group.text(ACCESS_KEY_ID), group.text(SECRET_KEY));
        }
        if (accessKeyId != null || secretKey != null) {
            throw new InvalidProperty("property group " + group.id() + ": " + ACCESS_KEY_ID + " and " + SECRET_KEY
                    + " need " + CREDENTIALS_PROVIDER + " = BASIC");
        }
        boolean given = group.optionalText(CREDENTIALS_PROVIDER) != null;
        boolean local = endpoint != null && THIS_MACHINE.contains(endpoint.getHost());
        return local && !given ? AwsCredentials.LOCAL : null;
    }

    /** The properties by which Flink's AWS connectors know all this. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty(REGION, region);
        if (endpoint != null) {
            properties.setProperty(ENDPOINT, endpoint.toString());
            if ("http".equals(endpoint.getScheme())) {
                // The connectors' clients speak HTTP/2 to Kinesis unless told otherwise, which needs TLS.
                properties.setProperty(HTTP_PROTOCOL_VERSION, "HTTP1_1");
            }
        }
        if (credentials == null) {
            properties.setProperty(CREDENTIALS_PROVIDER, Provider.AUTO.name());
        } else {
            properties.setProperty(CREDENTIALS_PROVIDER, Provider.BASIC.name());
            properties.setProperty(ACCESS_KEY_ID, credentials.accessKeyId());
            properties.setProperty(SECRET_KEY, credentials.secretKey());
        }
        return properties;
    }
}
