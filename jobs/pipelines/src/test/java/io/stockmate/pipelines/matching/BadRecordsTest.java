package io.stockmate.pipelines.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.OrdStatus;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.Backend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record is answered or becomes a dead letter; the operators never fail because of one. */
final class BadRecordsTest {
    private static final String ORDER = "{\"type\":\"NewOrder\",\"symbol\":\"SKU-1\",\"account\":\"shop-1\","
            + "\"clOrdId\":\"o-1\",\"side\":\"BUY\",\"ordType\":\"LIMIT\",\"timeInForce\":\"DAY\","
            + "\"orderQty\":%s,\"price\":%s}";

    private final Commands commands = new Commands();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "NaN",
                "\u0000\u0001",
                "{}",
                "{\"type\":\"Tick\"}",
                "{\"type\":\"Tick\",\"symbol\":\"SKU-2\",\"account\":\"clock\"}",
                "{\"type\":\"Tock\",\"symbol\":\"SKU-1\",\"account\":\"clock\"}",
                "{\"type\":\"Tick\",\"symbol\":\"SKU-1\",\"symbol\":\"SKU-1\",\"account\":\"clock\"}",
                "{\"type\":\"NewOrder\",\"symbol\":\"SKU-1\",\"account\":\"shop-1\"}"
            })
    void whatCannotBeUnderstoodIsADeadLetter(String data) throws Exception {
        Outcome outcome = outcomeOf(List.of(commands.record("SKU-1", data.getBytes(UTF_8))));

        assertThat(outcome.deadLetters).hasSize(1).allMatch(LakeRow.OfDeadLetter.class::isInstance);
        assertThat(outcome.events).isEmpty();
    }

    @Test
    void anOversizeRecordIsADeadLetter() throws Exception {
        Outcome outcome = outcomeOf(List.of(commands.record("SKU-1", new byte[65_537])));

        assertThat(outcome.deadLetters).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "1.5",
                "1e400",
                "1000000000000",
                "9223372036854775807",
                "9223372036854775808",
                "\"NaN\"",
                "null",
                "true",
                "[]",
                "{}",
                "\"\""
            })
    void anOrderWithABadNumberIsRejected(String number) throws Exception {
        Outcome asQuantity = outcomeOf(List.of(
                definition(),
                commands.record("SKU-1", ORDER.formatted(number, "\"1\"").getBytes(UTF_8))));
        Outcome asPrice = outcomeOf(List.of(
                definition(),
                commands.record("SKU-1", ORDER.formatted("1", offTick(number)).getBytes(UTF_8))));

        assertThat(asQuantity.lastReport().ordStatus()).isEqualTo(OrdStatus.REJECTED);
        assertThat(asPrice.lastReport().ordStatus()).isEqualTo(OrdStatus.REJECTED);
    }

    /** 1.5 is a good price. */
    private static String offTick(String number) {
        return number.equals("1.5") ? "1.0001" : number;
    }

    @Test
    void anyMutilationOfAGoodRecordIsAnsweredOrADeadLetter() throws Exception {
        Random random = new Random(11);
        List<byte[]> good = Commands.session(3, 3, 200).stream()
                .map(inbound -> inbound.record().data())
                .toList();
        List<ArrivedRecord> bad = IntStream.range(0, 5_000)
                .mapToObj(i -> commands.record("SKU-" + random.nextInt(3), mutilated(good.get(i % 200), random)))
                .toList();

        Outcome outcome =
                outcomeOf(Stream.concat(Stream.of(definition()), bad.stream()).toList());

        assertThat(outcome.commands + outcome.deadLetters.size()).isEqualTo(5_001);
        assertThat(outcome.deadLetters).isNotEmpty();
        assertThat(outcome.events).hasSizeGreaterThanOrEqualTo(outcome.commands);
    }

    private static byte[] mutilated(byte[] good, Random random) {
        byte[] bad = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
        for (int i = random.nextInt(3); i > 0 && bad.length > 0; i--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private ArrivedRecord definition() {
        return commands.define("SKU-1").record();
    }

    /** What came of some records. */
    private record Outcome(int commands, List<Event> events, List<LakeRow> deadLetters) {
        ExecutionReport lastReport() {
            return events.stream()
                    .map(Event::body)
                    .filter(ExecutionReport.class::isInstance)
                    .map(ExecutionReport.class::cast)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    private static Outcome outcomeOf(List<ArrivedRecord> records) throws Exception {
        try (OneInputStreamOperatorTestHarness<ArrivedRecord, Inbound> decoding =
                        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new DecodeCommands()));
                MatchOrdersHarness matching = MatchOrdersHarness.start(Backend.HEAP)) {
            decoding.setup(InboundSerializer.INBOUND.createSerializer(new SerializerConfigImpl()));
            decoding.open();
            for (ArrivedRecord record : records) {
                decoding.processElement(new StreamRecord<>(record));
            }
            matching.process(decoding.extractOutputValues());
            List<LakeRow> deadLetters = new ArrayList<>();
            if (decoding.getSideOutput(LakeRows.DEAD_LETTERS) != null) {
                decoding.getSideOutput(LakeRows.DEAD_LETTERS).forEach(row -> deadLetters.add(row.getValue()));
            }
            return new Outcome(decoding.extractOutputValues().size(), matching.output(), deadLetters);
        }
    }
}
