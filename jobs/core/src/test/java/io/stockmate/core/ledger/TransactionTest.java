package io.stockmate.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Transfer;
import io.stockmate.core.message.TransferReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionTest {
    private static final Transfer MONEY = transfer("SKU-001-7-1", "EUR", "customer-5/cash", "shop-1/cash", 123_456);
    private static final Transfer GOODS = transfer("SKU-001-7-2", "#SKU-001", "shop-1/goods", "customer-5/goods", 3);

    private static Transfer transfer(String id, String unit, String from, String to, long amount) {
        TransferReason reason = TransferReason.TRADE;
        return new Transfer(
                "SKU-001", 7, 1_000, "SKU-001-7", id, unit, from, to, amount, reason, "SKU-001-T-1", null, 86_400_000);
    }

    @Test
    void transfersThatAgreeMakeATransaction() {
        Transaction transaction = Transaction.of(List.of(MONEY, GOODS));
        assertThat(transaction)
                .isEqualTo(new Transaction(
                        "SKU-001-7",
                        "SKU-001",
                        7,
                        1_000,
                        TransferReason.TRADE,
                        "SKU-001-T-1",
                        null,
                        86_400_000,
                        List.of(MONEY, GOODS)));
    }

    @Test
    void eachTransferIsPostedOnBothItsAccounts() {
        assertThat(Transaction.of(List.of(MONEY, GOODS)).postings())
                .containsExactly(
                        new Posting(1, "customer-5/cash", "EUR", -123_456),
                        new Posting(2, "shop-1/cash", "EUR", 123_456),
                        new Posting(3, "shop-1/goods", "#SKU-001", -3),
                        new Posting(4, "customer-5/goods", "#SKU-001", 3));
    }

    @Test
    void contentHashIsThatOfTheCanonicalForm() {
        Transaction transaction = Transaction.of(List.of(MONEY, GOODS));
        assertThat(transaction.canonicalForm())
                .isEqualTo(
                        """
                        SKU-001-7
                        SKU-001
                        7
                        1000
                        TRADE
                        SKU-001-T-1

                        86400000
                        customer-5/cash EUR -123456
                        shop-1/cash EUR 123456
                        shop-1/goods #SKU-001 -3
                        customer-5/goods #SKU-001 3""");
        // printf '%s' "$FORM" | sha256sum
        assertThat(transaction.contentHash())
                .isEqualTo("fcdda9f893c4c3e9b29a8a42ebcd6cd5813b7d4760536d4fd59d01c5d580be94");
    }

    @Test
    void absentFieldsLeaveEmptyLines() {
        Transfer bare = new Transfer(
                "S",
                1,
                2,
                "S-1",
                "S-1-1",
                "#S",
                ":outside",
                "a/goods",
                4,
                TransferReason.RECEIPT,
                null,
                null,
                Absent.NUMBER);
        assertThat(Transaction.of(List.of(bare)).canonicalForm())
                .isEqualTo("S-1\nS\n1\n2\nRECEIPT\n\n\n\n:outside #S -4\na/goods #S 4");
    }

    @Test
    void transfersThatDoNotAgreeAreRefused() {
        assertThatThrownBy(() -> Transaction.of(List.of(GOODS, MONEY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("transfer 1 of transaction SKU-001-7 should be ");
        assertThatThrownBy(() -> Transaction.of(List.of())).hasMessageContaining("at least one transfer");
    }
}
