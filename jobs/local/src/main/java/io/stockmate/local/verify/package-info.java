/** Proofs on a running platform. */
@NullMarked
package io.stockmate.local.verify;

import org.jspecify.annotations.NullMarked;
