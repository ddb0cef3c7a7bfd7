/**
 * A job's configuration: a JSON array of property groups, each read into a record with defaults. Names are Flink's and
 * AWS's where they have one. A name that nobody reads is an error, not a silence.
 */
@NullMarked
package io.stockmate.connectors.config;

import org.jspecify.annotations.NullMarked;
