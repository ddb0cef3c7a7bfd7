package io.stockmate.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private static final String KEY = "SKU-1";

    private final Topic<String> topic = new Topic<>(1);
    private final List<String> read = new ArrayList<>();

    @Test
    void aShardWithoutRecordsHoldsItsChildrenBackUntilItsParentsHaveEnded() {
        topic.of(KEY).records().add("first");
        Topic.Shard<String> empty = divide();
        topic.of(KEY).records().add("behind " + empty.number());
        Reader<String> reader = new Reader<>(topic, 0, 1, Checkpoint.NONE, new Mechanisms(), new SplittableRandom(1));

        readOn(reader);
        assertThat(read).containsExactly("first");

        Checkpoint checkpoint = Checkpoint.of(1, 1);
        reader.report(checkpoint);
        reader.completed(checkpoint);
        readOn(reader);
        assertThat(read).containsExactly("first", "behind " + empty.number());
        assertThat(reader.rests()).isTrue();
    }

    /** Until a shard that never had a record stands between the first shard and that of the key. */
    private Topic.Shard<String> divide() {
        SplittableRandom random = new SplittableRandom(3);
        Topic.Shard<String> first = topic.of(KEY);
        while (true) {
            topic.reshard(random);
            for (Topic.Shard<String> parent : topic.of(KEY).parents()) {
                if (parent != first) {
                    return parent;
                }
            }
        }
    }

    private void readOn(Reader<String> reader) {
        while (reader.read((channel, record) -> read.add(record))) {
            // Until nothing may be read.
        }
    }
}
