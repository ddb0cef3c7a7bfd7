package io.stockmate.pipelines.whatif;

import io.stockmate.connectors.wire.DefinitionEdit;
import io.stockmate.core.message.Command;
import io.stockmate.core.message.CommandType;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.JsonText;
import io.stockmate.core.message.Tick;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a log is changed, command by command. */
public sealed interface Change {
    /** The record that comes in the command's place; empty where the change does not concern it. */
    Optional<byte[]> of(Command command);

    /** As a person gave it. */
    String text();

    /**
     * The account sends nothing but its ticks. Each of its other commands becomes a tick, so that time passes as it
     * did and the order ids of all others stay what they were.
     */
    record Without(String account) implements Change {
        @Override
        public Optional<byte[]> of(Command command) {
            if (!command.account().equals(account) || command.body().type() == CommandType.TICK) {
                return Optional.empty();
            }
            Command tick = new Command(command.symbol(), account, command.transactTime(), new Tick());
            return Optional.of(JsonText.of(tick).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String text() {
            return "--without-account " + account;
        }
    }

    /** Every definition of the symbol's instrument tells this field otherwise. */
    record Defined(String symbol, DefinitionEdit edit) implements Change {
        @Override
        public Optional<byte[]> of(Command command) {
            return command.symbol().equals(symbol) && command.body() instanceof DefineInstrument
                    ? Optional.of(edit.applyTo(command))
                    : Optional.empty();
        }

        @Override
        public String text() {
            return "--set " + symbol + "." + edit.field() + "=" + edit.value();
        }
    }
}
