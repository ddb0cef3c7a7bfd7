package io.stockmate.pipelines.anomaly;

import io.stockmate.connectors.advice.Advisor;
import io.stockmate.connectors.advice.HttpAdvisor;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.pipelines.runtime.DurationProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked for advice about alerts.
 *
 * @param advisor null where nobody is
 * @param timeout how long an answer is waited for
 * @param inFlightMax alerts that one subtask asks about at a time
 */
public record AdviceProperties(@Nullable Advisor advisor, Duration timeout, int inFlightMax) {
    /** The endpoint, http or https. Nobody is asked where it is not set. */
    public static final String ADDRESS = "address";

    public static final String TIMEOUT = "timeout";
    public static final String IN_FLIGHT_MAX = "in-flight.max";

    /** A file whose first line is sent as the header Authorization. */
    public static final String AUTHORIZATION_FILE = "authorization.file";

    static final Duration TIMEOUT_DEFAULT = Duration.ofSeconds(30);
    static final int IN_FLIGHT_MAX_DEFAULT = 8;

    /** Nobody is asked. */
    public static final AdviceProperties OFF = new AdviceProperties(null, TIMEOUT_DEFAULT, IN_FLIGHT_MAX_DEFAULT);

    static AdviceProperties of(PropertyGroup group) {
        group.allow(List.of(ADDRESS, TIMEOUT, IN_FLIGHT_MAX, AUTHORIZATION_FILE));
        Duration timeout =
                DurationProperty.read(group, TIMEOUT, TIMEOUT_DEFAULT, Duration.ofMillis(1), Duration.ofMinutes(10));
        int inFlightMax = (int) group.integer(IN_FLIGHT_MAX, IN_FLIGHT_MAX_DEFAULT, 1, 1_000);
        String file = group.optionalText(AUTHORIZATION_FILE);
        String address = group.optionalText(ADDRESS);
        Advisor advisor = address == null
                ? null
                : new HttpAdvisor(endpoint(group, address), timeout, file == null ? null : Path.of(file));
        return new AdviceProperties(advisor, timeout, inFlightMax);
    }

    private static URI endpoint(PropertyGroup group, String address) {
        String right = "an endpoint such as https://advice.example/alerts";
        try {
            URI endpoint = new URI(address);
            boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
            if (web && endpoint.getHost() != null) {
                return endpoint;
            }
        } catch (URISyntaxException noAddress) {
            throw group.refused(ADDRESS, address, right, noAddress);
        }
        throw group.refused(ADDRESS, address, right, null);
    }
}
