/** The commands of the program {@code stockmate}, one class each, and what they have in common. */
@NullMarked
package io.stockmate.local.command;

import org.jspecify.annotations.NullMarked;
