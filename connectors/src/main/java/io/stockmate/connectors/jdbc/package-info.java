/** Postgres: the schema of the books, and the sink that posts into them. */
@NullMarked
package io.stockmate.connectors.jdbc;

import org.jspecify.annotations.NullMarked;
