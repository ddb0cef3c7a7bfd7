package io.stockmate.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.plugin.AuthenticationRequestType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

final class IamTokenTest {
    /** The example of the tests of AWS's own RdsUtilities. */
    @Test
    void tokenIsTheOneThatAwsMakes() {
        String token = IamToken.token(
                "host.us-east-1.amazonaws.com",
                3306,
                "mySQLUser",
                "us-east-1",
                AwsBasicCredentials.create("access_key", "secret_key"),
                Clock.fixed(Instant.parse("2016-11-07T17:39:33Z"), ZoneOffset.UTC));
        assertThat(token)
                .startsWith("host.us-east-1.amazonaws.com:3306/?")
                .contains("DBUser=mySQLUser", "Action=connect", "X-Amz-Expires=900")
                .endsWith("X-Amz-Signature=87ab58107ef49f1c311a412f98b7f976b0b5152ffb559f0d36c6c9a0c5e0e362");
    }

    @Test
    void addressWithoutHostIsRefused() {
        assertThatThrownBy(
                        () -> new IamToken(new Properties()).getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the address of the database lacks");
    }
}
