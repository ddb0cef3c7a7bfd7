package io.stockmate.pipelines.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.ledger.FeeRates;
import io.stockmate.core.ledger.LedgerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name and every default. */
class AccountingPropertiesTest {
    private static final long DAY = 86_400_000;

    @Test
    void whatAllDeploymentsShareLacksOnlyTheLake() throws IOException {
        AccountingProperties properties = AccountingProperties.of(shared());
        assertThat(properties.settings()).isEqualTo(LedgerSettings.of(7 * DAY));
        assertThat(properties.ledger()).isNull();
    }

    @Test
    void tradesAreKeptAsLongAsTheMarketCorrectsThemAndAccountsHaveFees() throws IOException {
        LedgerSettings settings = AccountingProperties.of(
                        shared().with("matching", "correctable", "2 d").with("accounting.fees", "shop-1", "-1 5"))
                .settings();
        assertThat(settings)
                .isEqualTo(new LedgerSettings(2 * DAY, new TreeMap<>(Map.of("shop-1", new FeeRates(-1, 5)))));
    }

    @Test
    void whatCannotBeUsedIsNamed() throws IOException {
        PropertyGroups strange = shared().with("accounting.books", "x", "y");
        assertThatThrownBy(() -> AccountingProperties.of(strange))
                .hasMessageContaining("accounting.books is not known");
        for (String rates : List.of("5", "a b", "1 2 3", "10001 0")) {
            PropertyGroups fees = shared().with("accounting.fees", "shop-1", rates);
            assertThatThrownBy(() -> AccountingProperties.of(fees)).hasMessageContaining("shop-1 = " + rates);
        }
    }

    /** Without generated uids, the graph is made only if every operator has one. */
    @Test
    void databaseIsWrittenWhereThereIsOne(@TempDir Path lake) throws IOException {
        PropertyGroups without =
                shared().with("accounting.lake", "path", lake.toUri().toString());
        assertThat(operators(without))
                .contains("Keep books", "Write lake", "Deliver accounting")
                .doesNotContain("Post transactions", "Bill usage", "Select rows", "Read alerts");
        PropertyGroups all = without;
        for (String group : List.of("ledger", "projections", "billing")) {
            all = all.with("accounting." + group, "database.url", "jdbc:postgresql://127.0.0.1:1/books");
        }
        all = all.with("accounting.orders", "table.name", "orders")
                .with("accounting.orders", "aws.region", "us-east-1");
        assertThat(operators(all))
                .contains(
                        "Post transactions",
                        "Bill usage",
                        "Select rows",
                        "Update order status",
                        "Update stock level",
                        "Update top of book",
                        "Update instrument",
                        "Update payment",
                        "Update orders",
                        "Read alerts",
                        "Decode alerts",
                        "Summarize issues");
    }

    private static String operators(PropertyGroups groups) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        AccountingJob.build(environment, groups);
        return Arrays.stream(environment.getStreamGraph().getJobGraph().getVerticesAsArray())
                .map(JobVertex::getName)
                .toList()
                .toString();
    }

    private static PropertyGroups shared() throws IOException {
        try (InputStream file = AccountingJob.class.getResourceAsStream("/io/stockmate/pipelines/jobs.json")) {
            assertThat(file).isNotNull();
            return PropertyGroups.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), "jobs.json")
                    .with("accounting.lake", "path", "s3://lake/market");
        }
    }
}
