/**
 * Commands, events and their fields. A message is a header with a sealed body; each body describes itself once, by
 * {@code write(FieldSink)} and a static {@code read(FieldSource)}, and every format is one sink and one source.
 *
 * <p>Prices, money and ratios are {@code long} in units of 10⁻⁴; quantities are whole numbers; times are epoch
 * milliseconds UTC. New fields are optional and come last; new enum constants come last.
 */
@NullMarked
package io.stockmate.core.message;

import org.jspecify.annotations.NullMarked;
