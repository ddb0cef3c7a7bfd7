package io.stockmate.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.UsageRecord;
import io.stockmate.core.state.HeapPieces;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Books of one symbol with their balances. Each transaction is checked as it comes. */
final class Books implements LedgerSink {
    final List<Transaction> transactions = new ArrayList<>();
    final List<UsageRecord> usage = new ArrayList<>();
    final TreeMap<String, byte[]> pieces = new TreeMap<>();
    final HeapPieces store = new HeapPieces(pieces);
    private final SortedMap<String, BigInteger> balances = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private final LedgerSettings settings;

    Books(LedgerSettings settings) {
        this.settings = settings;
    }

    void apply(Event event, @Nullable Command accepted) {
        if (SymbolLedger.concerns(event)) {
            SymbolLedger.apply(event, accepted, settings, store, this);
        }
    }

    /** Goes on with copies of the pieces, as after a restore. */
    void restore() {
        pieces.replaceAll((name, bytes) -> bytes.clone());
    }

    @Override
    public void transaction(Transaction transaction) {
        assertThat(ids.add(transaction.id())).as(transaction.id() + " is new").isTrue();
        assertThat(Transaction.of(transaction.transfers())).isEqualTo(transaction);
        Map<String, BigInteger> sums = new TreeMap<>();
        for (Posting posting : transaction.postings()) {
            BigInteger amount = BigInteger.valueOf(posting.amount());
            sums.merge(posting.unit(), amount, BigInteger::add);
            balances.merge(posting.account() + " " + posting.unit(), amount, BigInteger::add);
            assertThat(Accounts.kind(posting.account())).isNotNull();
        }
        assertThat(sums.values()).as("sums of " + transaction).containsOnly(BigInteger.ZERO);
        assertThat(transaction.transfers())
                .allSatisfy(each -> assertThat(each.amount()).isPositive());
        transactions.add(transaction);
    }

    @Override
    public void usage(UsageRecord record) {
        assertThat(ids.add(record.identifier()))
                .as(record.identifier() + " is new")
                .isTrue();
        usage.add(record);
    }

    long balance(String account, String unit) {
        return balances.getOrDefault(account + " " + unit, BigInteger.ZERO).longValueExact();
    }

    /** Each account and unit whose balance is not 0, with it. */
    SortedMap<String, BigInteger> balances() {
        SortedMap<String, BigInteger> present = new TreeMap<>(balances);
        present.values().removeIf(amount -> amount.signum() == 0);
        return present;
    }

    /** The transfers of the last transaction as {@code unit from to amount}. */
    List<String> last() {
        return lines(transactions.get(transactions.size() - 1));
    }

    static List<String> lines(Transaction transaction) {
        return transaction.transfers().stream()
                .map(each -> each.unit() + " " + each.fromAccount() + " " + each.toAccount() + " " + each.amount())
                .toList();
    }
}
