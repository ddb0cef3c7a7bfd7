/** The Flink job that keeps the books: from {@code events} to the ledger, the lake and the delivery stream. */
@NullMarked
package io.stockmate.pipelines.accounting;

import org.jspecify.annotations.NullMarked;
