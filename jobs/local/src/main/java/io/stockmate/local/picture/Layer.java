package io.stockmate.local.picture;

import java.util.List;

/**
 * One thing that a chart shows.
 *
 * @param style a class of the {@link Page}'s style sheet, for its colour
 * @param sign what stands for a value in a terminal
 * @param points in order of time
 * @param tops of a band, one above each point; of anything else none
 */
public record Layer(Shape shape, String style, char sign, String name, List<Point> points, List<Point> tops) {
    /** How points are drawn. */
    public enum Shape {
        /** A value holds until the next one; each has a dot. */
        STEPS,
        /** Straight from value to value. */
        LINE,
        /** What lies between points and tops. */
        BAND,
        /** Dots alone. */
        DOTS
    }

    public Layer {
        points = List.copyOf(points);
        tops = List.copyOf(tops);
        if (tops.size() != (shape == Shape.BAND ? points.size() : 0)) {
            throw new IllegalArgumentException(tops.size() + " tops for " + points.size() + " points of " + shape);
        }
    }

    public static Layer of(Shape shape, String style, char sign, String name, List<Point> points) {
        return new Layer(shape, style, sign, name, points, List.of());
    }
}
