/** From bytes to core and back: wire formats, configuration, Kinesis and Firehose. Nothing here knows the lake. */
@NullMarked
package io.stockmate.connectors;

import org.jspecify.annotations.NullMarked;
