/** The books read: what stands in the ledger's views, in words. */
@NullMarked
package io.stockmate.local.books;

import org.jspecify.annotations.NullMarked;
