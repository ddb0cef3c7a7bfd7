/** How much memory and disk forecasters of very many keys take. */
@NullMarked
package io.stockmate.benchmarks.keys;

import org.jspecify.annotations.NullMarked;
