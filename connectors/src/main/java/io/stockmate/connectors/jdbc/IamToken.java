package io.stockmate.connectors.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Signs in to an RDS database with a token of the process's AWS role instead of a password: name this class in the
 * database's address as {@code authenticationPluginClassName}. Each connection gets a new token, which RDS takes for 15
 * minutes. A token is a presigned request to the service {@code rds-db}, as AWS describes in "Connecting to your DB
 * instance using IAM authentication".
 */
public final class IamToken implements AuthenticationPlugin {
    private static final Duration VALID_FOR = Duration.ofMinutes(15);
    private static final String SCHEME = "https://";

    private final Properties connection;

    /** @param connection what the driver knows of the connection: host, port and user */
    public IamToken(Properties connection) {
        this.connection = connection;
    }

    @Override
    public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
        try (DefaultCredentialsProvider role =
                DefaultCredentialsProvider.builder().build()) {
            return token(
                            required(PGProperty.PG_HOST),
                            Integer.parseInt(required(PGProperty.PG_PORT)),
                            required(PGProperty.USER),
                            new DefaultAwsRegionProviderChain().getRegion().id(),
                            role.resolveCredentials(),
                            Clock.systemUTC())
                    .toCharArray();
        } catch (SdkException noIdentity) {
            throw new PSQLException(
                    "no AWS role or region to sign in to the database with: " + noIdentity.getMessage(),
                    PSQLState.CONNECTION_UNABLE_TO_CONNECT,
                    noIdentity);
        }
    }

    private String required(PGProperty property) throws PSQLException {
        String value = property.getOrDefault(connection);
        if (value == null) {
            throw new PSQLException(
                    "the address of the database lacks " + property.getName(), PSQLState.CONNECTION_UNABLE_TO_CONNECT);
        }
        return value;
    }

    static String token(
            String host, int port, String user, String region, AwsCredentialsIdentity identity, Clock clock) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(host)
                .port(port)
                .encodedPath("/")
                .putRawQueryParameter("DBUser", user)
                .putRawQueryParameter("Action", "connect")
                .build();
        SignedRequest signed = AwsV4HttpSigner.create().sign(sign -> sign.identity(identity)
                .request(request)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, VALID_FOR)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        return signed.request().getUri().toString().substring(SCHEME.length());
    }
}
