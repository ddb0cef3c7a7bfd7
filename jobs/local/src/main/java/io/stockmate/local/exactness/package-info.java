/** The proof that one log gives one result: on how many threads, on which state and through how many kills, alike. */
@NullMarked
package io.stockmate.local.exactness;

import org.jspecify.annotations.NullMarked;
