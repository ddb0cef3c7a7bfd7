/** What must hold between the streams and the lake, and the check of it, symbol by symbol. */
@NullMarked
package io.stockmate.pipelines.reconcile;

import org.jspecify.annotations.NullMarked;
