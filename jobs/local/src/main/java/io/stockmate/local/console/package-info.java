/** How the program speaks: options that all commands share, failures in one line, tables, colour. */
@NullMarked
package io.stockmate.local.console;

import org.jspecify.annotations.NullMarked;
