package io.stockmate.pipelines.anomaly;

import io.stockmate.connectors.advice.Advisor;
import io.stockmate.core.message.Alert;
import io.stockmate.core.message.AlertAdvice;
import io.stockmate.core.message.AlertState;
import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.metrics.AdviceMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an advisor about each alert that is raised, a few at a time. It never waits: an alert raised while too many are
 * being asked about gets no advice, and an answer that does not come is counted, no more.
 */
@SuppressWarnings("NullAway.Init") // open() sets what the workers need
final class AskForAdvice extends RichAsyncFunction<Alert, LakeRow> {
    private static final Logger LOG = LoggerFactory.getLogger(AskForAdvice.class);
    private static final long serialVersionUID = 1;

    private final @Nullable Advisor advisor;
    private final Duration timeout;
    private final int inFlightMax;

    private transient AtomicInteger inFlight;
    private transient AdviceMetrics reported;

    /** @param advisor null asks nobody */
    AskForAdvice(@Nullable Advisor advisor, Duration timeout, int inFlightMax) {
        this.advisor = advisor;
        this.timeout = timeout;
        this.inFlightMax = inFlightMax;
    }

    @Override
    public void open(OpenContext context) {
        inFlight = new AtomicInteger();
        reported = new AdviceMetrics(getRuntimeContext().getMetricGroup());
        if (advisor != null) {
            advisor.open();
        }
    }

    @Override
    public void asyncInvoke(Alert alert, ResultFuture<LakeRow> result) {
        Advisor asked = advisor;
        if (asked == null || alert.state() != AlertState.RAISED) {
            result.complete(List.of());
        } else if (inFlight.incrementAndGet() > inFlightMax) {
            inFlight.decrementAndGet();
            reported.skipped();
            result.complete(List.of());
        } else {
            ask(asked, alert).whenComplete((advice, failure) -> {
                inFlight.decrementAndGet();
                if (failure == null) {
                    reported.given();
                    result.complete(List.of(new LakeRow.OfAdvice(AlertAdvice.to(alert, asked.name(), advice))));
                } else {
                    reported.failed();
                    LOG.debug("no advice about {}", alert.alertId(), failure);
                    result.complete(List.of());
                }
            });
        }
    }

    private CompletableFuture<String> ask(Advisor asked, Alert alert) {
        try {
            return asked.ask(alert).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException unasked) {
            return CompletableFuture.failedFuture(unasked);
        }
    }

    /** Never comes first: the question has its own end, which is also what is counted. */
    @Override
    public void timeout(Alert alert, ResultFuture<LakeRow> result) {
        result.complete(List.of());
    }

    @Override
    public void close() {
        if (advisor != null) {
            advisor.close();
        }
    }
}
