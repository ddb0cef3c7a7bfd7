package io.stockmate.local.chaos;

import io.stockmate.connectors.wire.EventCodec;
import io.stockmate.core.message.Event;
import io.stockmate.core.view.BrokenSequence;
import io.stockmate.core.view.EventSequencer;
import io.stockmate.local.exactness.Deliveries;
import io.stockmate.local.exactness.PublishedAlerts;
import io.stockmate.local.platform.DataDirectory;
import io.stockmate.local.platform.StillMarket;
import io.stockmate.pipelines.reconcile.Invariant;
import io.stockmate.pipelines.reconcile.Reconciliation;
import io.stockmate.pipelines.reconcile.Verdict;
import io.stockmate.pipelines.reconcile.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of what a platform left behind. */
final class ChaosJudge {
    private final DataDirectory data;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Long> arrivals = new HashMap<>();
    private long records;

    private ChaosJudge(DataDirectory data) {
        this.data = data;
    }

    /**
     * What was found.
     *
     * @param firstArrivals of each event, ascending, in the records' time
     * @param repeats events that were published again
     * @param notices alerts and suggestions
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Judgement(
            List<Violation> violations,
            Verdict verdict,
            long[] firstArrivals,
            long repeats,
            long notices,
            long forecasts) {}

    /** @param scratch a directory that is not there */
    static Judgement of(DataDirectory data, Path scratch) throws Exception {
        return new ChaosJudge(data).judge(scratch);
    }

    private Judgement judge(Path scratch) throws Exception {
        try (StillMarket market = StillMarket.open(data)) {
            Verdict verdict = Reconciliation.of(market, StillMarket.rules(), scratch.resolve("reconcile"));
            violations.addAll(verdict.violations());
            verdict.notCompared().forEach((invariant, why) -> add(invariant, "not compared: " + why));
            violations.addAll(Deliveries.ofStatuses(market, data));
            violations.addAll(Deliveries.ofAccounting(data));
            violations.addAll(PublishedAlerts.violations(market));
            residue();
            try (ConsumersAnew anew = new ConsumersAnew(scratch.resolve("consumers"))) {
                apply(market, anew);
                violations.addAll(anew.differences(data.lake()));
                long[] ascending = arrivals.values().stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .toArray();
                return new Judgement(
                        List.copyOf(violations),
                        verdict,
                        ascending,
                        records - ascending.length,
                        anew.notices(),
                        anew.forecasts());
            }
        }
    }

    /** The rest of a symbol is not looked at where its events contradict one another. */
    private void apply(StillMarket market, ConsumersAnew anew) throws Exception {
        EventCodec codec = new EventCodec();
        Set<String> broken = new HashSet<>();
        EventSequencer sequencer = new EventSequencer(event -> {
            if (event.seq() > 0) {
                anew.apply(event);
            }
        });
        market.events(record -> {
            Event event = codec.decode(record.data());
            records++;
            arrivals.merge(event.header().execId(), record.cause().arrivedAt(), Math::min);
            if (!broken.contains(event.symbol())) {
                try {
                    sequencer.accept(event);
                } catch (BrokenSequence contradicted) {
                    broken.add(event.symbol());
                    add(Invariant.CHAIN_FOLLOWS, String.valueOf(contradicted.getMessage()));
                }
            }
        });
        if (sequencer.heldBack() > 0) {
            add(Invariant.NO_GAP, sequencer.heldBack() + " events stand behind a gap");
        }
    }

    /** Nothing in the lake is visible that is no whole file. */
    private void residue() throws IOException {
        try (Stream<Path> files = Files.walk(data.lake())) {
            files.filter(Files::isRegularFile)
                    .map(file -> data.lake().relativize(file).toString())
                    .filter(file -> Arrays.stream(file.split("/", -1)).noneMatch(name -> name.startsWith(".")))
                    .filter(file -> !file.endsWith(".parquet") && !file.endsWith("/_files") && !file.endsWith("/files"))
                    .forEach(file -> add(Invariant.RUN_COMES_TO_ITS_END, "in the lake is left " + file));
        }
    }

    private void add(Invariant invariant, String detail) {
        violations.add(new Violation(invariant, "*", "-", detail));
    }
}
