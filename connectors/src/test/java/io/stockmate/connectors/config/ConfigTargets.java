package io.stockmate.connectors.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The configuration of jobs. */
public final class ConfigTargets implements FuzzTargets {
    private static final List<Function<PropertyGroup, ?>> READERS = List.of(
            SourceSettings::of,
            DatabaseSettings::of,
            EventSinkSettings::of,
            FirehoseSinkSettings::of,
            OrdersTableSettings::of);

    @Override
    public List<FuzzTarget> all() {
        return List.of(new FuzzTarget("properties", 2, groups(), ConfigTargets::read, InvalidProperty.class));
    }

    private static List<byte[]> groups() {
        return Stream.of(
                        """
                        [{"PropertyGroupId": "commands", "PropertyMap": {"stream.name": "commands",
                          "flink.stream.initpos": "AT_TIMESTAMP",
                          "flink.stream.initpos.timestamp": "2026-03-04T14:30:00Z",
                          "aws.region": "eu-west-1", "aws.endpoint": "http://127.0.0.1:4567"}}]""",
                        """
                        [{"PropertyGroupId": "order-status", "PropertyMap": {"delivery.stream.name": "x"}},
                         {"PropertyGroupId": "ledger", "PropertyMap": {"jdbc.url": "jdbc:postgresql://h/db"}}]""")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static void read(byte[] input) {
        PropertyGroups groups = PropertyGroups.parse(new String(input, StandardCharsets.UTF_8), "fuzz");
        for (String id : groups.ids()) {
            READERS.forEach(reader -> reading(reader, groups.group(id)));
        }
    }

    /** The next reader is to have its turn, too. */
    private static void reading(Function<PropertyGroup, ?> reader, PropertyGroup group) {
        try {
            assertThat(reader.apply(group)).isNotNull();
        } catch (InvalidProperty documented) {
            assert documented.getMessage() != null;
        }
    }
}
