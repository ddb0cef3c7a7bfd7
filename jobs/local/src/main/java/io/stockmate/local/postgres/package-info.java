/** A Postgres of one's own, on 127.0.0.1, with its files in a directory. */
@NullMarked
package io.stockmate.local.postgres;

import org.jspecify.annotations.NullMarked;
