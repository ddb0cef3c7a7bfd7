/** Firehose delivery streams. */
@NullMarked
package io.stockmate.connectors.firehose;

import org.jspecify.annotations.NullMarked;
