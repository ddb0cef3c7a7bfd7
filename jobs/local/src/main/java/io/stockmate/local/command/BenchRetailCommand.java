package io.stockmate.local.command;

import io.stockmate.benchmarks.retail.RetailFile;
import io.stockmate.benchmarks.retail.RetailReport;
import io.stockmate.benchmarks.retail.RetailRow;
import io.stockmate.benchmarks.retail.StockRoom;
import io.stockmate.local.CommandFailed;
import io.stockmate.local.console.CommonOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for a retailer's stock adjustments among its movements. */
@Command(
        name = "retail",
        mixinStandardHelpOptions = true,
        description =
                "Turns a retailer's transactions (UCI Online Retail) into movements of stock, and finds the adjustments"
                        + " among the issues by size and time alone.")
public final class BenchRetailCommand implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // --debug and --plain are understood everywhere
    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "FILE", description = "InvoiceNo,StockCode,…,Quantity,InvoiceDate,… as CSV, .gz or plain.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("no file " + file + ": give a retailer's transactions as CSV");
        }
        try {
            List<RetailRow> rows = RetailFile.read(file);
            if (rows.stream().noneMatch(row -> row.kind() == RetailRow.Kind.ADJUSTMENT)) {
                throw new CommandFailed(file + " has no adjustment to find: rows of negative quantity without C");
            }
            spec.commandLine().getOut().print(RetailReport.of(StockRoom.issues(rows)));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
