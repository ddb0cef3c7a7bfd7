/** The whole platform under faults that a seed chooses, and what must hold of what it leaves. */
@NullMarked
package io.stockmate.local.chaos;

import org.jspecify.annotations.NullMarked;
