package io.stockmate.pipelines.matching;

import io.stockmate.core.fuzz.FuzzTarget;
import io.stockmate.core.fuzz.FuzzTargets;
import io.stockmate.pipelines.runtime.SerializerTargets;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;

/** Commands on their way to their markets. */
public final class InboundTargets implements FuzzTargets {
    private static final long SEED = 3;

    @Override
    public List<FuzzTarget> all() {
        return List.of(SerializerTargets.target(
                "inbound",
                3,
                InboundSerializer.INBOUND.createSerializer(new SerializerConfigImpl()),
                Commands.session(SEED, 1, 20).stream()));
    }
}
