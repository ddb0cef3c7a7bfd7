package io.stockmate.pipelines.accounting;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.connectors.config.PropertyGroups;
import io.stockmate.core.ledger.FeeRates;
import io.stockmate.core.ledger.LedgerSettings;
import io.stockmate.core.market.MarketRules;
import io.stockmate.pipelines.matching.MatchingProperties;
import io.stockmate.pipelines.runtime.JobSettings;
import io.stockmate.pipelines.runtime.LakeProperties;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the accounting job is told. Each part is a property group of its own; groups of other jobs may lie beside them.
 *
 * @param settings the group {@value #FEES}, and for how long the market corrects trades
 * @param rules those of the market, from the group {@value MatchingProperties#MATCHING}: every chain starts from them
 * @param job the group {@value #FLINK}
 * @param events the group {@value #EVENTS}: the stream that is read
 * @param order the group {@value #ORDER}: {@link io.stockmate.pipelines.events.OrderSettings}
 * @param delivery the group {@value #DELIVERY}: the Firehose delivery stream
 * @param lake the group {@value #LAKE}
 * @param ledger the group {@value #LEDGER}, {@link io.stockmate.connectors.config.DatabaseSettings}; null where it is
 *     not set: then no transaction goes to a database
 * @param projections the group {@value #PROJECTIONS}, likewise: the read models in a database
 * @param billing the group {@value #BILLING}, likewise: the outbox of usage in a database
 * @param orders the group {@value #ORDERS}, of {@link io.stockmate.connectors.dynamodb.OrdersTable}, likewise: the read
 *     model of orders in DynamoDB
 * @param alerts the group {@value #ALERTS}: the stream that is read where there are projections
 */
public record AccountingProperties(
        LedgerSettings settings,
        MarketRules rules,
        JobSettings job,
        PropertyGroup events,
        PropertyGroup order,
        PropertyGroup delivery,
        LakeProperties lake,
        @Nullable PropertyGroup ledger,
        @Nullable PropertyGroup projections,
        @Nullable PropertyGroup billing,
        @Nullable PropertyGroup orders,
        PropertyGroup alerts) {
    public static final String FLINK = "accounting.flink";

    /**
     * By account {@code maker taker} in basis points, instead of the instrument's. Other rates hold for trades that are
     * booked from then on; what is booked keeps the fees it was charged, also when it is corrected. Who books the
     * events anew, as reconcile does, needs the rates of the time, and reports earlier trades as different without
     * them.
     */
    public static final String FEES = "accounting.fees";

    public static final String EVENTS = "accounting.events";
    public static final String ORDER = "accounting.order";
    public static final String DELIVERY = "accounting.delivery";
    public static final String LAKE = "accounting.lake";
    public static final String LEDGER = "accounting.ledger";
    public static final String PROJECTIONS = "accounting.projections";
    public static final String BILLING = "accounting.billing";
    public static final String ORDERS = "accounting.orders";
    public static final String ALERTS = "accounting.alerts";

    private static final String ANY = "accounting";
    private static final TreeSet<String> IDS = new TreeSet<>(
            List.of(FLINK, FEES, EVENTS, ORDER, DELIVERY, LAKE, LEDGER, PROJECTIONS, BILLING, ORDERS, ALERTS));

    /** @throws IllegalArgumentException if a property is missing, unknown or cannot be used */
    public static AccountingProperties of(PropertyGroups groups) {
        for (String id : groups.ids()) {
            if (id.startsWith(ANY) && !IDS.contains(id)) {
                throw new IllegalArgumentException(
                        "property group " + id + " is not known; those of accounting are " + String.join(", ", IDS));
            }
        }
        MarketRules rules = MatchingProperties.rules(groups);
        return new AccountingProperties(
                settings(groups, rules),
                rules,
                JobSettings.of(groups.group(FLINK)),
                groups.group(EVENTS),
                groups.group(ORDER),
                groups.group(DELIVERY),
                LakeProperties.of(groups.group(LAKE)),
                given(groups, LEDGER),
                given(groups, PROJECTIONS),
                given(groups, BILLING),
                given(groups, ORDERS),
                groups.group(ALERTS));
    }

    private static @Nullable PropertyGroup given(PropertyGroups groups, String id) {
        return groups.ids().contains(id) ? groups.group(id) : null;
    }

    /** The rules by which the books of a market were kept: also for those who check them. */
    public static LedgerSettings settings(PropertyGroups groups, MarketRules rules) {
        PropertyGroup group = groups.group(FEES);
        SortedMap<String, FeeRates> fees = new TreeMap<>();
        group.properties().forEach((account, text) -> fees.put(account, rates(group, account, text)));
        return new LedgerSettings(rules.correctableMs(), fees);
    }

    private static FeeRates rates(PropertyGroup group, String account, String text) {
        String[] parts = text.trim().split("\\s+");
        try {
            if (parts.length == 2) {
                return new FeeRates(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            }
        } catch (IllegalArgumentException wrong) {
            throw group.refused(account, text, "the maker's and the taker's basis points with a blank between", wrong);
        }
        throw group.refused(account, text, "the maker's and the taker's basis points with a blank between", null);
    }
}
