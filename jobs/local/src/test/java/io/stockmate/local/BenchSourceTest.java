package io.stockmate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class BenchSourceTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void measuresBothSourcesInTurn() {
        int status = run("--records", "50000", "--rounds", "1");

        assertThat(status).as(err::toString).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("round 0 ORDERED_SOURCE: "),
                        line -> assertThat(line).startsWith("round 0 FLINK_KINESIS_CONSUMER: "),
                        line -> assertThat(line).startsWith("round 1 ORDERED_SOURCE: "),
                        line -> assertThat(line).startsWith("round 1 FLINK_KINESIS_CONSUMER: "),
                        line -> assertThat(line)
                                .matches(
                                        "records_per_cpu_s=[1-9][0-9]* flink_kinesis_consumer_records_per_cpu_s=[1-9][0-9]*"
                                                + " ratio=[0-9]+\\.[0-9]{3}"));
    }

    @Test
    void tooFewRecordsAreAMistake() {
        assertThat(run("--records", "9")).isEqualTo(1);
        assertThat(err.toString()).contains("--records is 9", "at least 50000");
    }

    private int run(String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = "bench";
        line[1] = "source";
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return Stockmate.execute(new PrintWriter(out, true), new PrintWriter(err, true), line);
    }
}
