package io.stockmate.pipelines.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandBody;
import io.stockmate.core.message.Specimens;
import io.stockmate.pipelines.runtime.SerializerRoundTrip;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InboundSerializerTest {
    private static final byte[] DATA = {0, 1, -1, 127};

    private final TypeSerializer<Inbound> inbound =
            InboundSerializer.INBOUND.createSerializer(new SerializerConfigImpl());

    @ParameterizedTest
    @MethodSource("io.stockmate.core.message.Specimens#commandBodies")
    void everyCommandComesBackWithItsRecord(CommandBody body) throws IOException {
        for (Command command : List.of(Specimens.command(body), Specimens.bareCommand(body))) {
            comesBack(command, command.symbol());
            comesBack(command, "another key");
        }
    }

    private void comesBack(Command command, String partitionKey) throws IOException {
        ArrivedRecord record = new ArrivedRecord(Specimens.cause(), partitionKey, DATA);

        Inbound back = SerializerRoundTrip.through(inbound, new Inbound(record, command));

        assertThat(back.command()).isEqualTo(command);
        assertThat(back.record()).usingRecursiveComparison().isEqualTo(record);
    }

    @Test
    void itsSnapshotIsCompatibleWithItself() {
        assertThat(inbound.snapshotConfiguration()
                        .resolveSchemaCompatibility(inbound.snapshotConfiguration())
                        .isCompatibleAsIs())
                .isTrue();
    }
}
