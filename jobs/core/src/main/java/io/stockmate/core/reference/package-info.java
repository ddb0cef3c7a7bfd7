/** Naive and obviously right implementations: the judge in tests. */
@NullMarked
package io.stockmate.core.reference;

import org.jspecify.annotations.NullMarked;
