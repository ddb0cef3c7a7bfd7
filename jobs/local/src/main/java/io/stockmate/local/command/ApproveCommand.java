package io.stockmate.local.command;

import io.stockmate.connectors.config.AwsSettings;
import io.stockmate.connectors.config.InitialPosition;
import io.stockmate.connectors.kinesis.KinesisProducer;
import io.stockmate.connectors.kinesis.KinesisReader;
import io.stockmate.connectors.kinesis.PutReceipt;
import io.stockmate.connectors.wire.AlertCodec;
import io.stockmate.connectors.wire.ArrivedRecord;
import io.stockmate.connectors.wire.CommandCodec;
import io.stockmate.core.demand.inventory.Approval;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Decimal;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.ExecutionReport;
import io.stockmate.core.message.ReplenishmentSuggestion;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.AlertText;
import io.stockmate.local.console.CommonOptions;
import io.stockmate.local.console.EventText;
import io.stockmate.local.platform.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a suggestion into an order. */
@picocli.CommandLine.Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Turns a suggestion to buy (RELEASE) into a purchase order, which suppliers then fill, and shows the market's"
                    + " answer. Approved again, it buys nothing more."
        })
public final class ApproveCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Mixin
    private CommonOptions options;

    @Parameters(
            index = "0",
            paramLabel = "SUGGESTION_ID",
            description = "As 'watch --alerts', 'forecast' and table suggestion show it.")
    private String suggestionId;

    @Option(
            names = "--price",
            paramLabel = "P",
            description = "The most to be paid for a unit (default: what the account paid last).")
    private @Nullable BigDecimal price;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        AwsSettings streams = options.streams();
        PrintWriter out = spec.commandLine().getOut();
        List<ReplenishmentSuggestion> suggestions = suggestions(streams);
        ReplenishmentSuggestion suggestion = suggestions.stream()
                .filter(each -> each.suggestionId().equals(suggestionId))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("no suggestion " + suggestionId
                        + " in the stream alerts: 'stockmate watch --alerts' shows those that come, and 'stockmate query"
                        + " \"select * from suggestion\"' those that came"));
        out.println(AlertText.line(suggestion));
        if (suggestion.action() != SuggestedAction.RELEASE) {
            throw new CommandFailed(suggestionId + " is to " + suggestion.action() + " order " + suggestion.orderId()
                    + ": settle it with the supplier; only RELEASE can be approved");
        }
        Approval.successor(suggestion, suggestions).ifPresent(later -> {
            throw new CommandFailed(later.suggestionId() + " has taken the place of " + suggestionId + ": it suggests "
                    + later.qty() + "; approve that one");
        });
        Optional<Event> ordered = Approval.orderedSince(suggestion, PastEvents.of(suggestion.symbol(), streams));
        if (ordered.isPresent()) {
            tell(suggestion, ordered.get(), out);
        } else {
            order(Approval.purchaseOrder(suggestion, limit(suggestion)), streams, out);
        }
        return 0;
    }

    private void tell(ReplenishmentSuggestion suggestion, Event ordered, PrintWriter out) {
        ExecutionReport report = (ExecutionReport) ordered.body();
        if (!report.clOrdId().equals(Approval.clOrdId(suggestion))) {
            throw new CommandFailed(suggestion.account() + " has ordered " + report.orderQty() + " since "
                    + suggestionId
                    + " was made (" + report.orderId() + "): wait for what is suggested next, or order with 'stockmate"
                    + " put'");
        }
        out.println("approved before:");
        out.println(EventText.line(ordered));
    }

    private void order(Command order, AwsSettings streams, PrintWriter out) throws IOException, InterruptedException {
        List<InputLine> lines = InputLine.all(new ByteArrayInputStream(new CommandCodec().encode(order)));
        try (KinesisReader events =
                        KinesisReader.open(Streams.reading(Streams.EVENTS, streams, InitialPosition.LATEST));
                KinesisProducer producer = KinesisProducer.open(streams, Streams.COMMANDS)) {
            List<PutReceipt> receipts =
                    producer.put(lines.stream().map(InputLine::record).toList());
            Answers answers = new Answers(lines, receipts, out, options.ink());
            answers.await(events, PATIENCE);
            answers.requireNoneRefused();
        }
    }

    /** All that were made so far. */
    private static List<ReplenishmentSuggestion> suggestions(AwsSettings streams) throws InterruptedException {
        List<ReplenishmentSuggestion> suggestions = new ArrayList<>();
        AlertCodec codec = new AlertCodec();
        try (KinesisReader alerts =
                KinesisReader.open(Streams.reading(Streams.ALERTS, streams, InitialPosition.TRIM_HORIZON))) {
            do {
                for (ArrivedRecord record : alerts.poll()) {
                    if (codec.decode(record.data()) instanceof ReplenishmentSuggestion suggestion) {
                        suggestions.add(suggestion);
                    }
                }
            } while (!alerts.isCaughtUp());
        }
        return suggestions;
    }

    private long limit(ReplenishmentSuggestion suggestion) {
        if (price != null) {
            try {
                return price.movePointRight(Decimal.SCALE).longValueExact();
            } catch (ArithmeticException unfit) {
                throw new CommandFailed("--price is " + price + ": give at most four decimals", unfit);
            }
        }
        if (Absent.is(suggestion.limitPx())) {
            throw new CommandFailed(suggestion.account() + " has not bought " + suggestion.symbol()
                    + " yet, so there is no usual price: give --price");
        }
        return suggestion.limitPx();
    }
}
