/** How the jobs' rules keep what they remember of a symbol, wherever it lies. */
@NullMarked
package io.stockmate.core.state;

import org.jspecify.annotations.NullMarked;
