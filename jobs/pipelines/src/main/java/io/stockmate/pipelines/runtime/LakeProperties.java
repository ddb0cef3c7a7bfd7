package io.stockmate.pipelines.runtime;

import io.stockmate.connectors.config.PropertyGroup;
import io.stockmate.lake.LakeSettings;
import java.util.List;
import org.apache.flink.core.fs.Path;

/**
 * The property group, one per job, that says where the lake is and what its writers may take.
 *
 * @param path the lake's root
 */
public record LakeProperties(Path path, LakeSettings settings) {
    /** Directory or bucket of the lake. Must be set. */
    public static final String PATH = "path";

    /** See {@link LakeSettings#rowGroupBytes}. */
    public static final String ROW_GROUP_BYTES = "parquet.block.size";

    /** See {@link LakeSettings#rowGroupRows}. */
    public static final String ROW_GROUP_ROWS = "parquet.block.row.count.limit";

    /** See {@link LakeSettings#rowsHeld}. */
    public static final String ROWS_HELD = "rows.held";

    /**
     * Reads a group, which holds nothing else.
     *
     * @throws IllegalArgumentException if a property is missing, unknown or cannot be used
     */
    public static LakeProperties of(PropertyGroup group) {
        group.allow(List.of(PATH, ROW_GROUP_BYTES, ROW_GROUP_ROWS, ROWS_HELD));
        return new LakeProperties(
                new Path(group.text(PATH)),
                new LakeSettings(
                        (int) group.integer(
                                ROW_GROUP_BYTES, LakeSettings.DEFAULT.rowGroupBytes(), 64 * 1024, Integer.MAX_VALUE),
                        (int) group.integer(ROW_GROUP_ROWS, LakeSettings.DEFAULT.rowGroupRows(), 1, Integer.MAX_VALUE),
                        (int) group.integer(ROWS_HELD, LakeSettings.DEFAULT.rowsHeld(), 1, Integer.MAX_VALUE)));
    }
}
