/** What a platform's cluster reports, for Prometheus. */
@NullMarked
package io.stockmate.local.metrics;

import org.jspecify.annotations.NullMarked;
