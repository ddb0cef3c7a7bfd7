package io.stockmate.pipelines.matching;

import io.stockmate.lake.LakeRow;
import io.stockmate.pipelines.runtime.LakeRowSerializer;
import org.apache.flink.util.OutputTag;

/** The side outputs that go to the lake. */
final class LakeRows {
    /** From decoding: what could not be answered. */
    static final OutputTag<LakeRow> DEAD_LETTERS = new OutputTag<>("dead-letters", LakeRowSerializer.LAKE_ROW);

    /** From matching: every decoded record, with its place in its symbol's chain. */
    static final OutputTag<LakeRow> COMMAND_LOG = new OutputTag<>("command-log", LakeRowSerializer.LAKE_ROW);

    private LakeRows() {}
}
