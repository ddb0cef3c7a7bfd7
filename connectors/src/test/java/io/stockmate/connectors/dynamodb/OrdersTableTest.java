package io.stockmate.connectors.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.OrdersTableSettings;
import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.core.message.Side;
import io.stockmate.core.projection.OrderStatus;
import io.stockmate.core.projection.Tape;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

final class OrdersTableTest {
    private static final Path NATIVES = Path.of("target", "sqlite");
    private static final List<OrderStatus> TOLD = new ArrayList<>();

    private static LocalDynamo dynamo;
    private static DynamoDbAsyncClient client;

    @BeforeAll
    static void open() throws Exception {
        try (Stream<Path> libraries = Files.exists(NATIVES) ? Files.list(NATIVES) : Stream.empty()) {
            String own = System.mapLibraryName("").replaceFirst("^lib", "");
            assumeTrue(
                    libraries.anyMatch(library -> library.toString().endsWith(own)),
                    "DynamoDB Local has no SQLite library for this machine in " + NATIVES.toAbsolutePath());
        }
        dynamo = LocalDynamo.start(NATIVES);
        client = DynamoClients.open(AwsSettings.local(dynamo.endpoint()));
    }

    @AfterAll
    static void close() throws Exception {
        if (client != null) {
            client.close();
            dynamo.close();
        }
    }

    @BeforeEach
    void create() {
        TOLD.clear();
        if (client.listTables().join().tableNames().contains("orders")) {
            client.deleteTable(request -> request.tableName("orders")).join();
        }
        client.createTable(request -> request.tableName("orders")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("orderId")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("orderId")
                                .keyType(KeyType.HASH)
                                .build()))
                .join();
    }

    @Test
    void repeatsInAnyOrderLeaveTheNewestStateOfEachOrder() throws Exception {
        Tape tape = new Tape("AMZN");
        for (int i = 1; i <= 60; i++) {
            tape.limit("ANN", "a-" + i, Side.BUY, 10, 10_0000, i % 3 == 0 ? "cart-" + i / 9 : null)
                    .limit("BOB", "b-" + i, Side.SELL, 4, 10_0000, null)
                    .replace("ANN", "r-" + i, "a-" + i, 20, 10_0100);
        }
        List<OrderStatus> rows = tape.events().stream()
                .map(OrderStatus::of)
                .filter(Objects::nonNull)
                .toList();
        Map<String, OrderStatus> newest = new HashMap<>();
        rows.forEach(row -> newest.put(row.orderId(), row));
        List<OrderStatus> told = new ArrayList<>(rows);
        told.addAll(rows);
        Collections.shuffle(told, new Random(6));

        write(told);

        Map<String, Map<String, AttributeValue>> found = new HashMap<>();
        client.scan(request -> request.tableName("orders").consistentRead(true))
                .join()
                .items()
                .forEach(item -> found.put(item.get("orderId").s(), item));
        assertThat(found.keySet()).isEqualTo(newest.keySet());
        newest.forEach((id, row) -> assertThat(found.get(id)).isEqualTo(ItemSink.item(row)));
    }

    @Test
    void aTableThatIsNotThereEndsTheJobAndIsNamed() throws Exception {
        client.deleteTable(request -> request.tableName("orders")).join();
        Tape tape = new Tape("AMZN").limit("ANN", "a-1", Side.BUY, 10, 10_0000, null);
        List<OrderStatus> rows = tape.events().stream()
                .map(OrderStatus::of)
                .filter(Objects::nonNull)
                .toList();
        assertThatThrownBy(() -> write(rows))
                .hasStackTraceContaining("order AMZN-2 cannot be written to the DynamoDB table orders");
    }

    @Test
    void theServerListensOnThisMachineOnly() throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, dynamo.port()).close())
                            .isInstanceOf(java.io.IOException.class);
                }
            }
        }
        new Socket(InetAddress.getByName("127.0.0.1"), dynamo.port()).close();
    }

    private static void write(List<OrderStatus> rows) throws Exception {
        TOLD.addAll(rows);
        OrdersTableSettings settings = OrdersTableSettings.of(PropertyGroup.of(
                "orders", Map.of("aws.endpoint", dynamo.endpoint().toString())));
        Configuration configuration = new Configuration();
        configuration.setString("rest.bind-address", "127.0.0.1");
        configuration.setString("jobmanager.bind-host", "127.0.0.1");
        StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        job.fromSequence(0, rows.size() - 1)
                .sinkTo(new OrdersTable<Long>(settings, (n, context) -> OrderPut.of(TOLD.get(Math.toIntExact(n)))))
                .name("orders");
        job.execute();
    }
}
