/** The read models of {@link io.stockmate.core.projection} in Postgres, schema {@code view}. */
@NullMarked
package io.stockmate.connectors.projection;

import org.jspecify.annotations.NullMarked;
