package io.stockmate.producers.planted;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * A part of a recipe.
 *
 * @param after book time since the first part
 * @param act says its commands and returns true, or returns false to be asked again in the next step
 */
record Stage(Duration after, Predicate<Bed> act) {}
