package io.stockmate.core.ledger;

import java.util.Set;

/**
 * The accounts of the books. A participant's are {@code ACCOUNT/purpose}, the house's own {@code :purpose}; a
 * participant's name can hold neither {@code /} nor {@code :}, so no two are alike.
 */
public final class Accounts {
    /** What the payment provider holds for the house. */
    public static final String PAYMENTS = ":payments";

    public static final String FEES = ":fees";

    /** Where receipts come from and issues go. */
    public static final String OUTSIDE = ":outside";

    /** What counts found missing. */
    public static final String SHRINKAGE = ":shrinkage";

    private static final String CASH = "/cash";
    private static final String UNSETTLED = "/unsettled";
    private static final String GOODS = "/goods";
    private static final String TRANSIT = "/transit";
    private static final Set<String> PURPOSES = Set.of(CASH, UNSETTLED, GOODS, TRANSIT);

    private Accounts() {}

    /** What is owed to the participant; negative: what the participant owes. */
    public static String cash(String participant) {
        return participant + CASH;
    }

    /** Money of trades whose value date has not come. */
    public static String unsettled(String participant) {
        return participant + UNSETTLED;
    }

    /** What the participant has on hand. */
    public static String goods(String participant) {
        return participant + GOODS;
    }

    /** What the participant bought and has not got yet. */
    public static String transit(String participant) {
        return participant + TRANSIT;
    }

    /** Whether it is one of the house's own, and no participant's. */
    public static boolean isOfTheHouse(String account) {
        return account.startsWith(":");
    }

    /** @throws IllegalArgumentException if the books have no such account */
    public static AccountKind kind(String account) {
        return switch (account) {
            case PAYMENTS -> AccountKind.ASSET;
            case FEES -> AccountKind.INCOME;
            case OUTSIDE -> AccountKind.EXTERNAL;
            case SHRINKAGE -> AccountKind.EXPENSE;
            default -> {
                int purpose = account.indexOf('/');
                if (purpose < 1 || !PURPOSES.contains(account.substring(purpose))) {
                    throw new IllegalArgumentException("the books have no account " + account
                            + "; a participant's are NAME/cash, /unsettled, /goods and /transit, the house's "
                            + String.join(", ", PAYMENTS, FEES, OUTSIDE, SHRINKAGE));
                }
                yield AccountKind.LIABILITY;
            }
        };
    }
}
