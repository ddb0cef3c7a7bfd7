package io.stockmate.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    @ParameterizedTest
    @CsvSource({
        "shop-1/cash, LIABILITY",
        "shop-1/unsettled, LIABILITY",
        "shop-1/goods, LIABILITY",
        "shop-1/transit, LIABILITY",
        ":payments, ASSET",
        ":fees, INCOME",
        ":outside, EXTERNAL",
        ":shrinkage, EXPENSE"
    })
    void kindIsKnownByTheName(String account, AccountKind kind) {
        assertThat(Accounts.kind(account)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-1", "/cash", "shop-1/gold", "shop-1/cash/cash", ":cash", ""})
    void otherNamesAreRefused(String account) {
        assertThatThrownBy(() -> Accounts.kind(account))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the books have no account " + account);
    }

    @Test
    void accountsOfAParticipantHaveItsName() {
        assertThat(Accounts.cash("a")).isEqualTo("a/cash");
        assertThat(Accounts.unsettled("a")).isEqualTo("a/unsettled");
        assertThat(Accounts.goods("a")).isEqualTo("a/goods");
        assertThat(Accounts.transit("a")).isEqualTo("a/transit");
    }

    @Test
    void goodsOfASymbolAreNoCurrency() {
        assertThat(Units.goods("EUR")).isEqualTo("#EUR");
        assertThat(Units.isGoods("#EUR")).isTrue();
        assertThat(Units.isGoods("EUR")).isFalse();
        assertThat(Units.scale("#EUR")).isZero();
        assertThat(Units.scale("EUR")).isEqualTo(4);
    }
}
