package io.stockmate.benchmarks.lobster;

import io.stockmate.core.message.Command;
import io.stockmate.core.message.Side;
import java.util.List;

/**
 * What some rows of the message file become. The rows of one step are one, or the executions of one incoming order.
 *
 * @param firstRow index of the first row, from 0
 * @param lastRow index of the last row
 * @param adopted levels that came into the file's view in these rows and were never told
 * @param before commands that adopt levels, where they have to stand before the rows' own
 * @param commands the rows' own commands
 * @param after commands that adopt levels, where they may stand after
 * @param forgotten commands that forget levels which left the file's view; they come last
 * @param explained whether the rows' own commands could be made from what was known
 */
public record LobsterStep(
        int firstRow,
        int lastRow,
        List<Adopted> adopted,
        List<Command> before,
        List<Command> commands,
        List<Command> after,
        List<Command> forgotten,
        boolean explained) {

    /** @param row in which the level came into view */
    public record Adopted(int row, Side side, long price, long quantity) {}
}
