package io.stockmate.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {
    private static final long ORDERS = 10_000;
    private static final int KILLS = 5;

    @Test
    void aSeedGivesTheSamePlanAgain() {
        assertThat(ChaosPlan.of(7, ORDERS, KILLS, ChaosFault.parse("all")))
                .isEqualTo(ChaosPlan.of(7, ORDERS, KILLS, ChaosFault.parse("all")));
        assertThat(LongStream.range(0, 20).mapToObj(seed -> ChaosPlan.of(seed, ORDERS, KILLS, ChaosFault.parse("all"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyKindComesAndTheKillsAreSpread() {
        ChaosPlan plan = ChaosPlan.of(1, ORDERS, KILLS, ChaosFault.parse("all"));
        EnumSet<ChaosFault> moments = EnumSet.allOf(ChaosFault.class);
        moments.removeAll(Set.of(ChaosFault.ENDPOINTS, ChaosFault.CHECKPOINT_TORN));
        assertThat(plan.steps().stream().filter(step -> step.fault() != null).map(ChaosPlan.Step::made))
                .containsAll(moments)
                .allMatch(moments::contains);
        assertThat(plan.steps()).extracting(ChaosPlan.Step::orders).isSorted().allMatch(orders -> orders < ORDERS);
        assertThat(plan.steps().stream()
                        .filter(step -> step.fault() == null)
                        .map(step -> (step.orders() - 1_000) * 5 / 8_500))
                .containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void withoutFaultsThereAreOnlyKills() {
        assertThat(ChaosPlan.of(1, ORDERS, KILLS, ChaosFault.parse("none")).steps())
                .hasSize(KILLS)
                .allMatch(step -> step.fault() == null);
    }

    @Test
    void faultsAreNamedAsTheyAreWritten() {
        assertThat(ChaosFault.parse("reshard,postgres-killed"))
                .containsExactlyInAnyOrder(ChaosFault.RESHARD, ChaosFault.POSTGRES_KILLED);
        assertThatThrownBy(() -> ChaosFault.parse("reshard,earthquake"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("earthquake")
                .hasMessageContaining("job-manager-lost");
    }
}
