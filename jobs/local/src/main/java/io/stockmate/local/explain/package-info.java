/**
 * Why an alert was raised: its symbol replayed from the log, the series around it, and its numbers asked of the lake.
 */
@NullMarked
package io.stockmate.local.explain;

import org.jspecify.annotations.NullMarked;
