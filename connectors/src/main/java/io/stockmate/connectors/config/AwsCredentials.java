package io.stockmate.connectors.config;

import java.io.Serializable;

/**
 * How a client signs its requests.
 *
 * @param secretKey shown nowhere
 */
public record AwsCredentials(String accessKeyId, String secretKey) implements Serializable {
    /** For an endpoint on this machine, which checks no signature. */
    static final AwsCredentials LOCAL = new AwsCredentials("local", "local");

    @Override
    public String toString() {
        return "AwsCredentials[accessKeyId=" + accessKeyId + "]";
    }
}
