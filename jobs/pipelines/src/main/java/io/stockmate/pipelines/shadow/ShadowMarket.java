package io.stockmate.pipelines.shadow;

import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.core.market.MarketRules;
import io.stockmate.core.message.Cause;
import io.stockmate.core.message.JsonText;
import io.stockmate.pipelines.replay.ReplayedMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One symbol's market behind types of the JDK alone: by it other versions run this one. Its name, {@link #open}, the
 * names below and what they mean are never changed; a name may be added, and is then optional. It needs nothing of
 * Flink.
 */
public final class ShadowMarket implements Function<Map<String, Object>, List<Map.Entry<Long, String>>> {
    /** A rule: accounts, between commas. */
    static final String OPERATORS = "operators";

    /** A rule: milliseconds, in decimal digits. */
    static final String CORRECTABLE_MS = "correctableMs";

    /** Of a record: a String. */
    static final String SHARD_ID = "shardId";

    /** Of a record: a String. */
    static final String SEQUENCE_NUMBER = "sequenceNumber";

    /** Of a record: a Long. */
    static final String SUB_SEQUENCE = "subSequence";

    /** Of a record: a Long, epoch milliseconds UTC. */
    static final String ARRIVED_AT = "arrivedAt";

    /** Of a record: a String. */
    static final String PARTITION_KEY = "partitionKey";

    /** Of a record: a byte[], which is not changed. */
    static final String DATA = "data";

    private final ReplayedMarket market;

    private ShadowMarket(ReplayedMarket market) {
        this.market = market;
    }

    /** A market of which nothing is known yet. */
    public static Function<Map<String, Object>, List<Map.Entry<Long, String>>> open(
            Map<String, String> rules, String symbol) {
        return new ShadowMarket(new ReplayedMarket(
                MarketRules.of(
                        List.of(given(rules, OPERATORS).split(",")), Long.parseLong(given(rules, CORRECTABLE_MS))),
                symbol));
    }

    /**
     * Applies the next record of the symbol.
     *
     * @return the events that follow, each with its seq and as it would stand in the stream {@code events}; none where
     *     the record is no command of this symbol
     */
    @Override
    public List<Map.Entry<Long, String>> apply(Map<String, Object> record) {
        List<Map.Entry<Long, String>> events = new ArrayList<>();
        market.apply(arrived(record), event -> events.add(Map.entry(event.seq(), JsonText.of(event))));
        return events;
    }

    private static ArrivedRecord arrived(Map<String, Object> record) {
        Cause cause = new Cause(
                String.class.cast(given(record, SHARD_ID)),
                String.class.cast(given(record, SEQUENCE_NUMBER)),
                Long.class.cast(given(record, SUB_SEQUENCE)),
                Long.class.cast(given(record, ARRIVED_AT)));
        return new ArrivedRecord(
                cause, String.class.cast(given(record, PARTITION_KEY)), byte[].class.cast(given(record, DATA)));
    }

    private static <T> T given(Map<String, T> of, String name) {
        T value = of.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing: a market is told " + of.keySet());
        }
        return value;
    }
}
