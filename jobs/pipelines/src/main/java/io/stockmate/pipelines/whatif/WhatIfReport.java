package io.stockmate.pipelines.whatif;

import java.util.List;
import java.util.function.Function;

/**
 * What a change does.
 *
 * @param symbols by name
 * @param problems entries of the log that are no commands, each in one line
 */
public record WhatIfReport(List<SymbolWhatIf> symbols, List<String> problems) {
    public List<SymbolWhatIf> diverging() {
        return symbols.stream().filter(each -> each.divergence().isPresent()).toList();
    }

    public long commands() {
        return symbols.stream().mapToLong(SymbolWhatIf::commands).sum();
    }

    /** @param side {@link SymbolWhatIf#logged} or {@link SymbolWhatIf#changed} */
    public Tally total(Function<SymbolWhatIf, Tally> side) {
        return symbols.stream().map(side).reduce(Tally.NOTHING, Tally::plus);
    }
}
