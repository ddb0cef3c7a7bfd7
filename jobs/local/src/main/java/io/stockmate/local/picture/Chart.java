package io.stockmate.local.picture;

import java.util.List;

/**
 * Values over time.
 *
 * @param layers the first lies below the others
 * @param markedAt book time of a vertical line, epoch milliseconds UTC
 * @param mark what happened then
 */
public record Chart(String title, List<Layer> layers, long markedAt, String mark) {
    public Chart {
        layers = List.copyOf(layers);
    }

    boolean isEmpty() {
        return layers.stream().allMatch(layer -> layer.points().isEmpty());
    }
}
