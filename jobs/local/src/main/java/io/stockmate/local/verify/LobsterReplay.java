package io.stockmate.local.verify;

import io.stockmate.benchmarks.lobster.LobsterCheck;
import io.stockmate.benchmarks.lobster.LobsterDay;
import io.stockmate.benchmarks.lobster.LobsterPlan;
import io.stockmate.benchmarks.lobster.LobsterReport;
import io.stockmate.benchmarks.lobster.LobsterStep;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.Event;
import io.stockmate.core.message.Tick;
import io.stockmate.local.platform.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Sends a LOBSTER day through a platform: by Kinesis into the matching job, and back from {@code events}. */
public final class LobsterReplay {
    private static final String SYMBOL = "LOBSTER";
    private static final String OPERATOR = "OPS";

    private LobsterReplay() {}

    /** @param platform on which the symbol LOBSTER was never used */
    public static LobsterReport through(Platform platform, LobsterDay day) throws IOException, InterruptedException {
        List<LobsterStep> steps = LobsterPlan.of(SYMBOL, OPERATOR, day);
        List<Command> commands = new ArrayList<>();
        for (LobsterStep step : steps) {
            commands.addAll(step.before());
            commands.addAll(step.commands());
            commands.addAll(step.after());
            commands.addAll(step.forgotten());
        }
        commands.add(new Command(SYMBOL, OPERATOR, Absent.NUMBER, new Tick()));
        List<List<Event>> answers = new Conversation(platform)
                .hold(commands.stream().map(Conversation::record).toList());
        Map<Command, List<Event>> byCommand = new IdentityHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            byCommand.put(commands.get(i), answers.get(i));
        }
        return LobsterCheck.of(day, steps, command -> byCommand.getOrDefault(command, List.of()));
    }
}
