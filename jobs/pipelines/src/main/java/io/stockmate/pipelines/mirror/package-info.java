/** Commands of a share of the symbols, from one market's lake and stream into the stream of another. */
@NullMarked
package io.stockmate.pipelines.mirror;

import org.jspecify.annotations.NullMarked;
