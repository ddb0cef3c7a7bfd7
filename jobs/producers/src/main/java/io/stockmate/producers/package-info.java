/**
 * Those who put commands on the stream: the clock, the demo market, and files. Each is a {@link
 * io.stockmate.producers.Producer}, plain Java whose time is a parameter; {@link io.stockmate.producers.ProducerLoop}
 * runs one against Kinesis.
 */
@NullMarked
package io.stockmate.producers;

import org.jspecify.annotations.NullMarked;
