package io.stockmate.producers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandBudgetTest {
    private final CommandBudget budget = new CommandBudget(100);

    @Test
    void growsWithTimeAtTheRate() {
        budget.advance(1_000);
        assertThat(spendAll()).isZero();

        budget.advance(1_250);
        assertThat(spendAll()).isEqualTo(25);
    }

    @Test
    void partsOfACommandAddUp() {
        budget.advance(0);
        budget.advance(5);
        assertThat(spendAll()).isZero();
        budget.advance(10);
        assertThat(spendAll()).isEqualTo(1);
    }

    @Test
    void keepsForOneSecondAtMost() {
        budget.advance(0);
        budget.advance(60_000);
        assertThat(spendAll()).isEqualTo(100);
    }

    @Test
    void whatIsOverspentIsMissingLater() {
        budget.advance(0);
        budget.spend(5);
        budget.advance(100);
        assertThat(spendAll()).isEqualTo(5);
    }

    @Test
    void refusesARateOfNothing() {
        assertThatThrownBy(() -> new CommandBudget(0)).hasMessageContaining("rate is 0");
    }

    private int spendAll() {
        int spent = 0;
        while (budget.allowsOne()) {
            budget.spend(1);
            spent++;
        }
        return spent;
    }
}
