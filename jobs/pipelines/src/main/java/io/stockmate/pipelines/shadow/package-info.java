/** Another version of the market on the same log, in a class loader of its own. */
@NullMarked
package io.stockmate.pipelines.shadow;

import org.jspecify.annotations.NullMarked;
