/** What operators report, by name. */
@NullMarked
package io.stockmate.connectors.metrics;

import org.jspecify.annotations.NullMarked;
