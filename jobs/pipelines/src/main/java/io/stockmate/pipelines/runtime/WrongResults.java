package io.stockmate.pipelines.runtime;

import io.stockmate.connectors.config.PropertyGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateChangelogOptions;

/** Settings of Flink's under which results would be wrong: a job that is given one does not start. */
final class WrongResults {
    private static final String UNALIGNED =
            "checkpoints must be aligned, or records of a split shard could overtake those of its parent";
    private static final String CHANGELOG =
            "markets go to keyed state while the snapshot is taken, which the changelog backend does not restore";
    private static final Map<ConfigOption<Boolean>, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put(CheckpointingOptions.ENABLE_UNALIGNED, UNALIGNED);
        REASONS.put(CheckpointingOptions.FORCE_UNALIGNED, UNALIGNED);
        REASONS.put(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG, CHANGELOG);
    }

    private WrongResults() {}

    /** Throws IllegalArgumentException, naming setting and reason, if the cluster's configuration holds one. */
    static void refuse(ReadableConfig configuration) {
        REASONS.forEach((option, reason) -> {
            if (configuration.get(option)) {
                throw new IllegalArgumentException(refusal(option, reason));
            }
        });
    }

    /** Throws IllegalArgumentException, naming group, setting and reason, if the group asks for one. */
    static void refuse(PropertyGroup group) {
        REASONS.forEach((option, reason) -> {
            if (group.optionalText(option.key()) != null) {
                throw new IllegalArgumentException("property group " + group.id() + ": " + refusal(option, reason));
            }
        });
    }

    private static String refusal(ConfigOption<Boolean> option, String reason) {
        return option.key() + " cannot be set: " + reason + "; leave it out";
    }
}
