package io.stockmate.connectors.config;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** How a job writes the DynamoDB table of orders. A request is one row; a batch of them goes out at once. */
public record OrdersTableSettings(String tableName, AwsSettings aws, BatchSettings batch) implements Serializable {
    public static final String TABLE_NAME = "table.name";

    static final List<String> NAMES = Stream.of(List.of(TABLE_NAME), AwsSettings.NAMES, BatchSettings.NAMES)
            .flatMap(List::stream)
            .toList();

    private static final BatchSettings DEFAULTS = new BatchSettings(25, 4L * 1_024 * 1_024, 8, 10_000, 100, false);

    /** Reads a group, which holds nothing else. */
    public static OrdersTableSettings of(PropertyGroup group) {
        group.allow(NAMES);
        return new OrdersTableSettings(
                group.text(TABLE_NAME, "orders"), AwsSettings.of(group), BatchSettings.of(group, DEFAULTS));
    }
}
